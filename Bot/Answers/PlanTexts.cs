using StationBot.Indicators;
using StationBot.Records;
using StationBot.Records.Forms;

namespace StationBot.Answers;

/// <summary>What is said of plans.</summary>
internal static class PlanTexts
{
    /// <summary><c>已记下计划：9月19日 下午 养老服务·跟踪回访 李桂兰（红旗村）。计划不计入次数</c></summary>
    public static string Kept(Indicator row, RecordDraft plan)
    {
        var whom = Slot.AllPersons.Read(plan) is { Length: > 0 } persons ? persons : plan.File?.Name ?? plan.Name ?? "";
        var part = plan.Details.GetValueOrDefault(RecordDetails.PartOfDay, "");
        return $"已记下计划：{string.Join(' ', new[] { $"{plan.Date.Month}月{plan.Date.Day}日", part, RowName.Of(row), whom }.Where(text => text.Length > 0))}。计划不计入次数";
    }

    public static string Met(MetPlan plan, DateOnly today) => $"{PeriodName.Of(plan.Date, today)}的计划 #{plan.Number} 做到了";
}
