using CsCheck;
using StationBot.Indicators;
using StationBot.Indicators.Counting;

namespace StationBot.Tests.Indicators.Counting;

/// <summary>The engine against <see cref="NaiveRecount"/>.</summary>
public sealed class RecountTests
{
    [Fact]
    public void Every_row_of_a_random_station_equals_the_recount() =>
        Stations.Questions.Sample(
            question =>
            {
                foreach (var row in TaskList.Of2024.Rows)
                {
                    if (Differs(row, question))
                        Assert.Fail(Told(row, Shrunk(row, question)));
                }
            },
            iter: 400,
            print: _ => "(told below)");

    private static Recounted Engine(Indicator row, Question question)
    {
        var standing = Counter.Count(row, question.Asked, question.Station, question.Today);
        return new Recounted(
            standing.Done,
            standing.LacksRoster ? null : standing.Target,
            standing.Remaining,
            standing.Lost(question.Today),
            standing.Due(question.Today),
            standing.ToCome(question.Today),
            standing.Counted,
            standing.Unready);
    }

    private static bool Differs(Indicator row, Question question) =>
        Engine(row, question) != NaiveRecount.Of(row.Id, question.Asked, question.Station, question.Today);

    /// <summary>Leaves out, one after the other, whatever doesn't matter for the difference.</summary>
    private static Question Shrunk(Indicator row, Question question)
    {
        for (var isSmaller = true; isSmaller;)
        {
            isSmaller = false;
            foreach (var smaller in Smaller(question).Where(smaller => Differs(row, smaller)))
            {
                (question, isSmaller) = (smaller, true);
                break;
            }
        }

        return question;
    }

    private static IEnumerable<Question> Smaller(Question question)
    {
        var station = question.Station;
        return
        [
            .. Without(station.Years).Where(years => years.Count > 0).Select(years => question with { Station = station with { Years = years } }),
            .. Without(station.Facts).Select(facts => question with { Station = station with { Facts = facts } }),
            .. Without(station.Roster).Select(roster => question with { Station = station with { Roster = roster } }),
            .. Without(station.Staff).Select(staff => question with { Station = station with { Staff = staff } }),
            .. Without(station.Files).Select(files => question with { Station = station with { Files = files } }),
            .. Without(station.Tiers.Changes).Where(changes => changes.Count > 0)
                .Select(changes => question with { Station = station with { Tiers = new TierHistory(changes) } }),
        ];
    }

    private static IEnumerable<List<T>> Without<T>(IReadOnlyList<T> items) =>
        Enumerable.Range(0, items.Count).Select(left => items.Where((_, i) => i != left).ToList());

    private static string Told(Indicator row, Question question)
    {
        var station = question.Station;
        return string.Join('\n',
        [
            $"{row.Id} asked {question.Asked.First:O} to {question.Asked.Last:O}, today {question.Today:O}",
            $"engine  {Engine(row, question)}",
            $"recount {NaiveRecount.Of(row.Id, question.Asked, station, question.Today)}",
            .. station.Years.Select(year => $"year {year.Period.First:O} to {year.Period.Last:O}"),
            .. station.Tiers.Changes.Select(change => $"tier {change.Tier} from {change.From:O}"),
            .. station.Roster.Select(person => $"person {person.Id} {string.Join('、', person.Areas)} {person.Entered:O} to {person.Left:O}"),
            .. station.Staff.Select(worker => $"staff {worker.Joined:O} to {worker.Left:O}, certified {worker.Certified:O}"),
            .. station.Files.Select(file => $"file {file.Id} {file.Indicator}"),
            .. station.Facts.Select(fact => $"#{fact.Number} {fact.Indicator} {fact.Date:O} persons [{string.Join(' ', fact.Persons)}] name {fact.Name} "
                + $"file {fact.File} {fact.Fen} fen{(fact.InKind ? " in kind" : "")}{(fact.HasNeeds ? " needs" : "")}"
                + $"{(fact.NotApplicable ? " n/a" : "")} people {fact.People} [{string.Join(' ', fact.Evidence)}]"),
        ]);
    }
}
