using System.Text;
using System.Text.Json;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using StationBot.CommandLine;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Records;
using StationBot.Stations;
using StationBot.Tests.Indicators;
using StationBot.Tests.Ledgers;

namespace StationBot.Tests.Records;

/// <summary>Changes of the roster against a recount that only knows on which days who was there.</summary>
public sealed class RosterHistoryTests : IAsyncLifetime
{
    private static readonly DateOnly YearStart = new(2024, 1, 1);
    private static readonly string[] Areas = ["relief", "elder", "child", "disabled"];

    private static readonly Gen<Step[]> Steps =
        (from kind in Gen.Int[0, 8]
         from person in Gen.Int[0, 3]
         from day in Gen.Int[0, 365]
         from area in Gen.Int[0, 3]
         select new Step(kind, person, YearStart.AddDays(day), Areas[area])).Array[1, 25];

    private readonly string _folder = Directory.CreateTempSubdirectory("roster-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 9, 18, 7, 0, 0, TimeSpan.Zero));
    private Installation _bot = null!;
    private int _stations;

    /// <summary>What was taken back and can be done again.</summary>
    private readonly Stack<(int Person, Seen Seen)> _taken = new();

    public async ValueTask InitializeAsync()
    {
        _bot = new Installation(LedgerBench.Configuration(_folder), _time);
        await _bot.OpenAsync(default);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Any_changes_leave_the_percentages_that_a_recount_gives() => await Steps.SampleAsync(
        async steps =>
        {
            var by = await NewStationAsync();
            var people = new Dictionary<int, Seen>();
            _taken.Clear();
            foreach (var (index, step) in steps.Index())
            {
                await DoAsync(by, people, step, $"{by.Station.Id}:{index}");
            }

            await AssertRecountAsync(by, people.Values, steps);
            Assert.Equal(await StoredAsync(by.Station.Id), LastStates(by.Station.Id));
        },
        iter: 40,
        threads: 1);

    [Fact]
    public async Task A_change_that_is_done_again_changes_nothing_more()
    {
        var by = await NewStationAsync();
        var persons = _bot.Get<PersonStore>();
        var added = Assert.IsType<RosterChange.Done>(await persons.AddAsync(by, "a", New("李桂兰", "elder")));
        Assert.Equal(added.After.Id, Assert.IsType<RosterChange.Done>(await persons.AddAsync(by, "a", New("李桂兰", "elder"))).After.Id);
        Assert.IsType<RosterChange.SamePerson>(await persons.AddAsync(by, "b", New("李桂兰", "child")));
        var wish = new RosterWish(by, "c", added.After.Id!.Value, 1);
        Assert.IsType<RosterChange.Done>(await persons.LeaveAsync(wish, new DateOnly(2024, 9, 1), "迁出"));
        Assert.IsType<RosterChange.Done>(await persons.LeaveAsync(wish, new DateOnly(2024, 9, 1), "迁出"));
        Assert.IsType<RosterChange.Stale>(await persons.LeaveAsync(wish with { Cause = "d" }, new DateOnly(2024, 9, 2), "迁出"));
        Assert.Equal(["add", "leave"], Rows("SELECT action FROM person_history ORDER BY id"));
    }

    [Fact]
    public async Task What_a_person_was_called_before_goes_with_the_erased()
    {
        var by = await NewStationAsync();
        var persons = _bot.Get<PersonStore>();
        var added = Assert.IsType<RosterChange.Done>(await persons.AddAsync(by, "a", New("李贵蓝", "elder") with { Phone = "13811112222", Aliases = ["贵蓝婶"], Home = "东街7号" }));
        await persons.AddAsync(by, "b", New("王建国", "elder") with { Guardian = "王红" });
        var id = added.After.Id!.Value;
        await persons.EditAsync(new RosterWish(by, "c", id, 1), person => person with { Name = "李桂兰", Phone = "13833334444", Aliases = [] });
        await persons.LeaveAsync(new RosterWish(by, "d", id, 2), new DateOnly(2024, 9, 1), "投奔女儿李红");
        Assert.IsType<Erased.Done>(await _bot.Get<PersonErasure>().EraseAsync(by.Station.Id, "李桂兰", ""));

        var bytes = new[] { "stationbot.db", "stationbot.db-wal" }.Select(file => Path.Combine(_folder, file)).Where(File.Exists).Select(File.ReadAllBytes).ToList();
        foreach (var word in new[] { "李贵蓝", "李桂兰", "13811112222", "13833334444", "贵蓝婶", "东街7号", "李红" })
        {
            Assert.DoesNotContain(bytes, file => new[] { word, JsonEncodedText.Encode(word).ToString() }.Any(text => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0));
        }

        Assert.Equal(["add", "edit", "leave", "erase"], Rows($"SELECT action FROM person_history WHERE person_id = {id} ORDER BY step"));
        Assert.Equal(["2024-09-01"], Rows($"SELECT left_on FROM person WHERE id = {id}"));
        Assert.IsType<RosterChange.Stale>(await persons.UndoAsync(new RosterWish(by, "e", id, 4)));
    }

    private async Task<Membership> NewStationAsync()
    {
        var stations = _bot.Get<StationStore>();
        var name = "站" + ++_stations;
        var station = (await stations.AddAsync(new NewStation(name, Tier.T10, YearStart)))!;
        await stations.AddMemberAsync(station.Id, new NewMember("小王", "emulator", name, YearStart));
        return (await stations.FindMemberAsync("emulator", name))!;
    }

    /// <summary>Does what makes sense, and the same to the model.</summary>
    private async Task DoAsync(Membership by, Dictionary<int, Seen> people, Step step, string cause)
    {
        var persons = _bot.Get<PersonStore>();
        var seen = people.GetValueOrDefault(step.Person);
        var wish = new RosterWish(by, cause, seen?.Id ?? 0, null);
        switch (step.Kind)
        {
            case 0 or 1 when seen is null:
                var entry = New($"人{step.Person}", step.Area) with { Entered = step.Day };
                var added = Assert.IsType<RosterChange.Done>(await persons.AddAsync(by, cause, entry));
                people[step.Person] = new Seen(added.After.Id!.Value, [step.Area], step.Day, [.. From(step.Day)], IsAway: null, Before: null);
                break;
            case 2 when seen is not null:
                var areas = seen.Areas.Contains(step.Area) ? seen.Areas.Where(area => area != step.Area).ToList() : [.. seen.Areas, step.Area];
                Assert.IsType<RosterChange.Done>(await persons.EditAsync(wish, person => person with { Areas = areas }));
                people[step.Person] = seen with { Areas = areas, Before = seen };
                break;
            case 3 when seen is { IsAway: null } && step.Day >= seen.Entered:
                Assert.IsType<RosterChange.Done>(await persons.LeaveAsync(wish, step.Day, "迁出"));
                people[step.Person] = seen with { Days = [.. seen.Days.Where(day => day < step.Day)], IsAway = step.Day, Before = seen };
                break;
            case 4 when seen is { IsAway: { } away } && step.Day >= away:
                Assert.IsType<RosterChange.Done>(await persons.ReturnAsync(wish, step.Day));
                people[step.Person] = seen with { Days = [.. seen.Days, .. From(step.Day)], IsAway = null, Before = seen };
                break;
            case 5 or 6 when seen is not null:
                var undone = Assert.IsType<RosterChange.Done>(await persons.UndoAsync(wish with { Step = StepsOf(seen.Id) }));
                _taken.Push((step.Person, seen));
                Assert.Equal(seen.Before is null, undone.After.Id is null);
                if (seen.Before is { } before)
                {
                    people[step.Person] = before;
                }
                else
                {
                    people.Remove(step.Person);
                }

                return;
            case 7 or 8 when _taken.TryPeek(out var taken) && taken.Person == step.Person:
                Assert.Equal(taken.Seen.Id, Assert.IsType<RosterChange.Done>(await persons.RedoAsync(new RosterWish(by, cause, taken.Seen.Id, StepsOf(taken.Seen.Id)))).After.Id);
                people[step.Person] = _taken.Pop().Seen;
                return;
            default:
                return;
        }

        // Something new: what was taken back stays so.
        _taken.Clear();
    }

    private int StepsOf(long id) => int.Parse(Rows($"SELECT COUNT(*) FROM person_history WHERE person_id = {id}").Single(), System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<DateOnly> From(DateOnly day) => Enumerable.Range(0, 800).Select(day.AddDays).TakeWhile(d => d.Year < 2026);

    private async Task AssertRecountAsync(Membership by, IReadOnlyCollection<Seen> people, Step[] steps)
    {
        var listed = await _bot.Get<RosterStore>().ListedAsync(by.Station.Id);
        var surveyed = people.Where((_, index) => index % 2 == 0).Select(person => person.Id).ToList();
        foreach (var row in TaskList.Of2024.Rows.Where(row => row.Counting == CountingRule.RosterSurvey))
        {
            var facts = new StationFacts
            {
                Tiers = by.Station.Tiers,
                Years = by.Station.Years,
                Roster = listed,
                Facts = [new Fact { Number = 1, Indicator = row.Id, Date = YearStart, Persons = surveyed }],
            };
            foreach (var day in steps.Select(step => step.Day).Append(new DateOnly(2024, 12, 31)))
            {
                var there = people.Where(person => person.Areas.Contains(row.Area.Id) && person.Days.Contains(day)).ToList();
                var standing = Counter.Count(row, by.Station.Years[0].Period, facts, day);
                Assert.Equal(
                    (there.Count == 0 ? (long?)null : there.Count, (long)there.Count(person => surveyed.Contains(person.Id))),
                    (standing.Slices[0].Target, standing.Done));
            }
        }
    }

    /// <summary>The last state of each person by the history alone: id, domains, days.</summary>
    private List<string> LastStates(long stationId) =>
    [
        .. from row in Rows(
               $"""
               SELECT person_id, after FROM person_history h WHERE station_id = {stationId} AND after IS NOT NULL
                 AND step = (SELECT MAX(step) FROM person_history l WHERE l.station_id = h.station_id AND l.person_id = h.person_id)
               ORDER BY person_id
               """)
           let parts = row.Split('|', 2)
           let after = JsonDocument.Parse(parts[1]).RootElement
           select $"{parts[0]} {string.Join('+', after.GetProperty("Areas").EnumerateArray().Select(area => area.GetString()).Order())} "
               + $"{after.GetProperty("Entered").GetString()} {(after.TryGetProperty("Left", out var left) ? left.GetString() : "")} {after.GetProperty("Away").GetString()}",
    ];

    private async Task<List<string>> StoredAsync(long stationId) =>
    [
        .. (await _bot.Get<RosterImport>().EverybodyAsync(stationId)).Select(person =>
            $"{person.Id} {string.Join('+', person.Areas.Order())} {person.Entered:yyyy-MM-dd} {person.Left:yyyy-MM-dd} {person.Away}"),
    ];

    private IReadOnlyList<string> Rows(string sql) => StoredRows.Of(Path.Combine(_folder, "stationbot.db"), sql);

    private static RosterEntry New(string name, string area) => new() { Name = name, Community = "", Areas = [area], Entered = YearStart };

    /// <param name="Kind">0, 1 add; 2 change; 3 leave; 4 return; 5, 6 undo; 7, 8 redo.</param>
    private sealed record Step(int Kind, int Person, DateOnly Day, string Area);

    /// <param name="Days">On which the person is there, up to the end of 2025.</param>
    /// <param name="IsAway">Since when; null for who is there.</param>
    private sealed record Seen(long Id, IReadOnlyList<string> Areas, DateOnly Entered, HashSet<DateOnly> Days, DateOnly? IsAway, Seen? Before);
}
