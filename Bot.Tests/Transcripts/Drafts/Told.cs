using StationBot.Understanding.Readings;

namespace StationBot.Tests.Transcripts.Drafts;

/// <summary>Drafts as sentences would be read; the clock is Wednesday 2024-09-18.</summary>
internal static class Told
{
    public const string Roster =
        """
        姓名,领域,标签,性别,出生日期,社区,需回访,入册日期,别名
        李桂兰,养老服务,独居,女,1941-03-02,红旗村,是,2024-01-01,李奶奶
        李桂芝,养老服务、社会救助,空巢,女,1946-08-19,东风社区,是,2024-01-01,李奶奶
        王德福,养老服务,独居,男,1944-11-30,红旗村,是,2024-01-01,王大爷
        张三,社会救助,低保,男,1972-04-03,东风社区,否,2024-01-01,
        张强,社会救助、扶残助残,低保,男,1988-09-23,东风社区,否,2024-01-01,

        """;

    public static readonly DateOnly Today = new(2024, 9, 18);
    public static readonly DateOnly Yesterday = new(2024, 9, 17);

    /// <summary>昨天下午去李桂兰家回访，聊了用药情况.</summary>
    public static LogDraft Visit(params string[] persons) => new(DraftKind.Deed, "visit")
    {
        Type = "service",
        Topic = "revisit",
        Days = [Yesterday],
        PartOfDay = "下午",
        Persons = persons,
        Mode = "上门",
        Content = "聊了用药情况",
    };

    public static LogDraft Of(string? form, string type) => new(DraftKind.Deed, form) { Type = type, Days = [Today], Content = "说了近况" };
}
