using StationBot.Cards;
using StationBot.Messages;
using StationBot.Records.Forms;

namespace StationBot.Answers;

/// <summary>What can be done today, as buttons that do it.</summary>
internal sealed class HelpAnswer(CardTemplates cards)
{
    private static readonly HelpSection[] Sections =
    [
        new("记一笔",
        [
            ActionModel.OpenForm("记走访", RecordForms.VisitId),
            ActionModel.OpenForm("记个案", RecordForms.CaseSessionId),
            ActionModel.OpenForm("开个案", RecordForms.CaseOpenId),
            ActionModel.OpenForm("记发放", RecordForms.DistributionId),
        ]) { More = "还可以说：记调研、开小组、记小组、记募捐、记基金、记项目、记推介、记需求、记社会组织、记活动、记骨干、记培训、平台检查、确认台账、推荐案例" },
        new("问进度",
        [
            ActionModel.Ask("本月还差几次关爱帮扶"),
            ActionModel.Ask("本月还差啥"),
            ActionModel.Ask("这季度回访还差几次"),
            ActionModel.Ask("今年养老服务进度"),
            ActionModel.Ask("今年的图"),
        ]),
        new("个案和小组", [ActionModel.Ask("我的个案"), ActionModel.Ask("这周该做哪些个案"), ActionModel.Ask("哪些个案停滞了"), ActionModel.Ask("进行中的小组")]),
        new("名单", [ActionModel.OpenForm("新增人员", RosterForm.Id), ActionModel.Ask("谁还没回访"), ActionModel.Ask("谁超过30天没联系了"), ActionModel.Ask("哪些人还没调研")]) { More = "还可以说：李桂兰的情况、李桂兰迁出了" },
        new("提醒", [ActionModel.Ask("现在的提醒设置"), ActionModel.Ask("这周先别提醒我")]) { More = "还可以说：周报改到周五下午发、我下周休假、不要周报了" },
        new("改一改", [ActionModel.Ask("撤销"), ActionModel.Ask("恢复")]) { More = "还可以说：修改128号、128号改成9月3日、128号记录谁改过" },
    ];

    public Reply Show(string intro = "直接打字问就行，也可以点下面的例子。") => new()
    {
        Text = string.Join('\n', Sections.Select(section => $"{section.Title}：{string.Join("、", section.Examples.Select(example => example.Title))}")),
        Card = cards.Fill("help", new HelpModel("我能帮你做什么", intro, Sections), CardJson.Default.HelpModel),
        CardStandsAlone = true,
    };
}
