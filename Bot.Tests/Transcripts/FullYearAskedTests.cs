using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Ledgers;
using StationBot.Stations;
using StationBot.Tests.Indicators;
using StationBot.Tests.Indicators.Counting;

namespace StationBot.Tests.Transcripts;

/// <summary>The year that meets every target, imported from files and asked for month by month: what the chat says equals the recount.</summary>
public sealed class FullYearAskedTests
{
    private static readonly Dictionary<string, string> DomainNames = TaskList.Of2024.Domains.ToDictionary(area => area.Id, area => area.Name);

    [Theory]
    [InlineData(Tier.T10)]
    [InlineData(Tier.T20)]
    public async Task Each_row_asked_for_each_month_equals_the_recount(Tier tier)
    {
        await using var app = new StationApp();
        app.Time.Advance(new DateTimeOffset(2024, 12, 31, 7, 0, 0, TimeSpan.Zero) - app.Time.GetUtcNow());
        var chat = app.Chat();
        await chat.SetUpAsync(tier: TierName.Of(tier));
        var facts = FullYearTests.Station(tier);
        await ImportAsync(app, facts);

        var wrong = new List<string>();
        foreach (var row in TaskList.Of2024.Rows.Where(row => row.Id != "platform.staff"))
        {
            for (var month = 1; month <= 12; month++)
            {
                var recount = NaiveRecount.Of(row.Id, Period.Month(2024, month), facts, new DateOnly(2024, 12, 31));
                var expected = $"2024年{month}月 {RowName.Of(row)}：共 {Amount.Of(recount.Counted, row.Unit)}";
                var answer = (await chat.SayAsync($"2024年{month}月{RowName.Of(row)}做了多少")).Split('\n')[0];
                if (answer != expected)
                {
                    wrong.Add($"{row.Id} {month}: {expected} ≠ {answer}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static async Task ImportAsync(StationApp app, StationFacts facts)
    {
        var station = (await app.Services.GetRequiredService<StationStore>().FindAsync("阳光社工站"))!;
        var import = app.Services.GetRequiredService<LedgerImport>();
        var roster = new StringBuilder("姓名,领域,入册日期\n");
        foreach (var person in facts.Roster)
        {
            roster.Append(CultureInfo.InvariantCulture, $"{Name(person.Id)},{string.Join('、', person.Areas.Select(area => DomainNames[area]))},2024-01-01\n");
        }

        var records = new StringBuilder("日期,指标,服务对象,方式,名称,金额,内容\n");
        // A file has no column for the 慈善需求 of a survey: its sheet is a row of its own.
        var sheets = facts.Facts.Where(fact => fact.HasNeeds && fact.Indicator != "charity.needs").Select(fact => fact with { Indicator = "charity.needs" });
        foreach (var fact in facts.Facts.Concat(sheets))
        {
            // Equal rows are one record, so each says which it is.
            var name = fact.File is { } file ? $"{fact.Indicator.Split('.')[0]}档案{file}" : fact.Name;
            records.Append(
                CultureInfo.InvariantCulture,
                $"{fact.Date:yyyy-MM-dd},{fact.Indicator},{string.Join('、', fact.Persons.Select(Name))},{(fact.ByPhone ? "电话" : "")},{name},{(fact.Fen > 0 ? Amount.Number(fact.Fen, Amount.Yuan) : "")},第{fact.Number}条\n");
        }

        Assert.IsType<LedgerOutcome.Roster>(await import.RosterAsync(station, Write(roster), new LedgerOptions(false)));
        Assert.IsType<LedgerOutcome.Records>(await import.RecordsAsync(station, Write(records), new LedgerOptions(false)));
    }

    private static string Name(long id) => "居民" + "甲乙丙丁戊己庚辛壬"[(int)id - 1];

    private static string Write(StringBuilder text)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("stationbot-").FullName, "file.csv");
        File.WriteAllText(file, text.ToString());
        return file;
    }
}
