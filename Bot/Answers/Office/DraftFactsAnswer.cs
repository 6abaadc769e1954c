using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Office;

/// <summary>News and notes are not written here yet; the facts to write them from are known.</summary>
internal sealed class DraftFactsAnswer(RecordList records, CardTemplates cards)
{
    private const int MostListed = 12;

    public async Task<Reply> AnswerAsync(Turn turn, Membership who, DraftRequest asked, CancellationToken cancellation)
    {
        var what = asked.IsNews ? "新闻稿" : "过程记录";
        var days = asked.Number is not null ? Period.Ever : asked.Period ?? Period.MonthOf(turn.Today);
        var selection = new RecordSelection([.. (asked.Rows?.AsEnumerable() ?? turn.Catalog.Rows).Select(row => row.Id)], days, Numbers: asked.Number is { } number ? [number] : null);
        var found = (await records.ReadAsync(who.Station.Id, selection, cancellation)).Where(record => asked.Name is null || IsAbout(record, asked.Name)).ToList();
        var scope = asked.Number is not null ? $"#{asked.Number}" : PeriodName.Of(days) + (asked.Rows is null ? "" : " " + ScopeName.Of(turn.Catalog, asked.Rows)) + (asked.Name is null ? "" : " " + asked.Name);
        return new ListPage(
            found.Count == 0 ? $"{scope} {what}：没有找到可以写的记录" : $"{scope} {what}：可以从 {found.Count} 条记录写起",
            [.. found.TakeLast(MostListed).Select(record => RecordLine.Of(turn.Catalog, record) + Facts(record))])
        {
            Hints = [$"{what}还不会代写，以上是登记过的事实，没有的内容请不要补编。", .. found.Count > MostListed ? [$"只列出最近 {MostListed} 条。"] : Array.Empty<string>()],
        }.ToReply(cards);
    }

    private static bool IsAbout(ListedRecord record, string name) =>
        record.Record.What.File?.Name.StartsWith(name, StringComparison.Ordinal) == true || record.Record.What.Persons.Any(person => person.Label.StartsWith(name, StringComparison.Ordinal));

    private static string Facts(ListedRecord record)
    {
        var what = record.Record.What;
        string?[] parts = [what.Name, what.People is { } people ? $"{people} 人" : null, what.Fen is { } fen ? Amount.Of(fen, Amount.Yuan) : null, what.Content, record.Worker is { } worker ? $"社工 {worker}" : null];
        return parts.Where(part => !string.IsNullOrEmpty(part)).ToList() is { Count: > 0 } told ? "：" + string.Join('，', told) : "";
    }
}
