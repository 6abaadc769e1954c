using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Office;

/// <summary>What is understood and not there yet: said plainly, with what can be had today.</summary>
internal sealed class LaterAnswer(CardTemplates cards)
{
    public Reply Stations(Turn turn, StationsQuestion asked)
    {
        var rows = asked.RowsAssumed ? "全部指标" : ScopeName.Of(turn.Catalog, asked.Rows);
        var when = asked.Period is { } said ? PeriodName.Of(said) : "今年";
        return cards.Choose(
            asked.Ask == StationsAsk.NotClosed ? "现在没有按月关账，也只能看本站的情况，看不到其他站。" : "现在只能看本站的，看不到其他站，没法比较。本站的情况：",
            [.. (string[])[$"{when}{rows}进度", $"{when}{rows}还差多少", "材料齐的有几项"]
                is var choices ? choices.Select(ActionModel.Ask) : []]);
    }

    public Reply Pack() => cards.Choose(
        "迎检材料还不能一键打包。现在可以先导出台账，再看缺什么：",
        [ActionModel.Ask("导出台账"), ActionModel.Ask("迎检还有啥漏洞"), ActionModel.Ask("哪些记录缺材料"), ActionModel.Ask("材料齐的有几项")]);
}
