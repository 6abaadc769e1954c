using System.Diagnostics;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Answers;

/// <summary>The short sentences that need no card.</summary>
public static class Replies
{
    public static Reply UnknownAction => Plain("这个按钮我不认识，可能来自旧卡片。请说“帮助”看看现在能做什么。");

    public static Reply NotInGroups => Plain("群聊里不登记服务，也不显示居民姓名。请私聊我。");

    public static Reply PersonalOnly => Plain("还不认识你。请先私聊我完成站点设置。");

    public static Reply NoPersonsInGroups => Plain("群聊里不显示居民信息。请私聊我。");

    public static Reply NoSuchPerson => Plain("没有找到这个人，可能已经撤销或删除。");

    public static Reply NothingToUndo => Plain("没有可以撤销的记录。");

    public static Reply NothingToRestore => Plain("没有可以恢复的记录。");

    public static Reply ChangedSinceUndo => Plain("撤销之后又有新的改动，不能直接恢复了。要恢复哪条记录，请说编号，例如“恢复1号”。");

    public static Reply NothingToEdit => Plain("没有可以修改的记录。");

    public static Reply NoRecord => Plain("还没有你登记的记录。");

    /// <summary>Of several changes that one message made.</summary>
    public static Reply Reverted(Change.SetReverted reverted)
    {
        var done = reverted.Numbers.Count == 0 ? "没有可以退回的改动。" : $"已{(reverted.IsUndo ? "撤销" : "恢复")}上一次的改动，共 {reverted.Numbers.Count} 条：{Numbers(reverted.Numbers)}。";
        return Plain(done + (reverted.Kept.Count == 0 ? "" : $"{Numbers(reverted.Kept)} 后来又改过，没有动。"));
    }

    /// <summary><c>#1、#2</c>.</summary>
    public static string Numbers(IEnumerable<long> numbers) => string.Join('、', numbers.Select(number => $"#{number}"));

    public static Reply TooLong(int most) => Plain($"这条消息太长了（最多 {most} 个字），没有处理。请分几条发。");

    public static Reply NoFilesInGroups => Plain("群聊里不收照片和文件，没有保存。请私聊发给我。");

    public static Reply NoSuchFiles => Plain("没有找到这些照片或文件，可能已经处理过了。");

    public static Reply Failed(string id) => Plain($"出了点问题，这条消息没有处理成功，请稍后再试。（编号 {id}）");

    public static Reply ForLead => Plain("成功案例由站长推荐，请站长来点。");

    public static Reply IsFixed(long number) => Plain($"#{number} 没有要填的内容；要换请先撤销，再重新登记。");

    public static Reply NotByCard(long number) => Plain($"#{number} 这类记录还不能用卡片修改。");

    public static Reply Refused(Change change, long? number) => Plain(change switch
    {
        Change.NotFound => $"没有找到 #{number} 这条记录。",
        Change.NotYours refused => $"#{refused.Number} 不是你登记的，只有登记人或站长可以改。",
        Change.Voided refused => $"#{refused.Number} 已经撤销，先恢复才能修改。",
        Change.Stale refused => $"#{refused.Number} 刚被改过，请重新打开“修改”再改。",
        Change.NotVoided { WasVoided: true } refused => $"#{refused.Number} 已经恢复过了，现在没有撤销。",
        Change.NotVoided refused => $"#{refused.Number} 没有撤销过，不用恢复。",
        Change.NotEdited refused => $"#{refused.Number} 没有可以撤销的修改。整条不要了，请说“删掉{refused.Number}号”。",
        Change.ChangedByOther refused => $"#{refused.Number} 后来被别人改过，没有撤销。整条不要了，请说“删掉{refused.Number}号”。",
        Change.HasSessions refused => $"已经有 {refused.Sessions} 节记录，先撤销它们，才能撤销这一条。",
        Change.HasSteps refused => $"后面还有 {refused.Steps} 条结案、转交之类的记录，先撤销它们，才能撤销这一条。",
        _ => throw new UnreachableException(),
    });

    /// <summary>What one colleague did late or lacks is for the lead and for that colleague.</summary>
    /// <returns>Null where it may be seen.</returns>
    public static Reply? NotOfColleagues(Membership who, Question asked) =>
        asked.Worker is { } worker && who.Member.Role != Role.Lead && worker != who.Member.Name ? Plain("同事个人的情况只有站长能看。可以问全站的，或你自己的。") : null;

    public static Reply Plain(string text) => new() { Text = text };
}
