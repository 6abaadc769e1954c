using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Forms;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.People;

/// <summary>Which persons, or how many. The number for everybody, the names only in a personal chat.</summary>
internal sealed class PeopleListAnswer(RosterImport roster, PersonRecords contacts, RecordStore records, RecordParts parts, Standings standings, CardTemplates cards)
{
    public async Task<Reply> AnswerAsync(Turn turn, Membership who, PeopleQuestion said, CancellationToken cancellation)
    {
        var station = who.Station;
        if (PeriodOf(turn, station, said) is not { } period)
        {
            return said.Period is { } outside ? YearTexts.Outside(outside, station) : YearTexts.NotToday(turn, station);
        }

        var everybody = await roster.EverybodyAsync(station.Id, cancellation);
        var (asked, notes) = WithKnownTags(turn.Catalog, said, everybody);
        var people = await CaseAsync(turn, who, asked, period, everybody, cancellation);
        var list = IsOfRoster(asked.Ask) && everybody.All(person => person.Areas.Count == 0)
            ? new PeopleList($"{people.Scope}：还没有导入名单，无法计算", [])
            : await ListAsync(turn, who, people, cancellation);
        list = list with { Notes = [.. list.Notes, .. notes, .. QuestionNotes.Of(said.Corrections)] };
        return turn.Message.IsGroup ? InGroup(list) : Show(turn, list, asked.Page);
    }

    private async Task<PeopleCase> CaseAsync(Turn turn, Membership who, PeopleQuestion asked, Period period, IReadOnlyList<RosterEntry> everybody, CancellationToken cancellation)
    {
        var rows = RowsOf(turn.Catalog, asked);
        var only = await parts.OfAsync(who, asked, cancellation);
        var (ofFacts, days) = FactsOf(turn.Catalog, asked, rows, period);
        var facts = await records.FactsAsync(who.Station.Id, [.. ofFacts.Select(row => row.Id)], days, IsOfRecords(asked.Ask) ? only : WithModes(asked), cancellation);
        var ofPersons = only?.Persons is { } persons && IsOfRecords(asked.Ask) ? facts.Select(fact => fact with { Persons = [.. fact.Persons.Where(persons.Contains)], People = 0 }).ToList() : facts;
        return new PeopleCase
        {
            Asked = asked,
            Catalog = turn.Catalog,
            Today = turn.Today,
            Period = period,
            Rows = rows,
            Part = RecordParts.Label(who, asked),
            Roster = [.. everybody.Where(person => person.Areas.Count > 0 && RecordParts.Fits(person, asked))],
            Contacts = await ContactsAsync(who.Station, asked, facts, cancellation),
            Facts = ofPersons,
            Labels = everybody.ToDictionary(person => person.Id!.Value, person => person.Label),
        };
    }

    private async Task<PeopleList> ListAsync(Turn turn, Membership who, PeopleCase people, CancellationToken cancellation) => people.Asked.Ask switch
    {
        PeopleAsk.ToRevisit => MissedPeople.ToRevisit(people),
        PeopleAsk.NotRevisited => MissedPeople.NotRevisited(people),
        PeopleAsk.NotSurveyed => MissedPeople.NotReached(people, "调研", await standings.FactsAsync(who.Station, people.Rows, people.Period, cancellation), _ => true),
        PeopleAsk.WithoutNeeds => MissedPeople.NotReached(people, "收集", await standings.FactsAsync(who.Station, people.Rows, people.Period, cancellation), fact => fact.HasNeeds),
        PeopleAsk.NotContacted => MissedPeople.NotContacted(people),
        PeopleAsk.NotVisited => MissedPeople.NotVisited(people),
        PeopleAsk.LastContact => MissedPeople.LastContact(people),
        PeopleAsk.Suggested => MissedPeople.Suggested(people, Period.QuarterOf(turn.Today)),
        PeopleAsk.WithoutBenefit => MissedPeople.WithoutBenefit(people),
        PeopleAsk.Served => ServedPeople.Served(people),
        PeopleAsk.Reached => ServedPeople.Reached(people),
        PeopleAsk.MostMet or PeopleAsk.LeastMet => ServedPeople.ByTimes(people),
        PeopleAsk.Listed => RosterLists.Listed(people),
        PeopleAsk.Counted => RosterLists.Counted(people),
        PeopleAsk.Overlap => RosterLists.Overlap(people),
        PeopleAsk.Moves => RosterLists.Moves(people),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Revisits are judged by the quarter, surveys by the year; how the roster stands, on a day.</summary>
    private static Period? PeriodOf(Turn turn, Station station, PeopleQuestion asked)
    {
        if (station.YearOf(asked.Period?.First ?? turn.Today)?.Period is not { } year)
        {
            return asked.Period is { } days && !asked.IsOfRoster && YearTexts.Touches(station, days) ? days : null;
        }

        return asked.Ask switch
        {
            PeopleAsk.NotRevisited => Period.QuarterOf(asked.Period?.First ?? turn.Today).Cut(year)!.Value,
            PeopleAsk.NotSurveyed or PeopleAsk.WithoutNeeds => year,
            PeopleAsk.NotContacted or PeopleAsk.ToRevisit or PeopleAsk.LastContact or PeopleAsk.Suggested => Period.Day(turn.Today),
            PeopleAsk.Listed or PeopleAsk.Counted or PeopleAsk.Overlap => Period.Day(asked.Period is { } said ? Counter.AsOf(said, turn.Today) : turn.Today),
            _ => asked.Period ?? asked.Implied(turn.Today, station.Years),
        };
    }

    private static IReadOnlyList<Indicator> RowsOf(Catalog catalog, PeopleQuestion asked)
    {
        var inDomains = asked.Rows.Where(row => row.Area.IsDomain).ToList();
        return asked.Ask switch
        {
            PeopleAsk.WithoutBenefit => [catalog.Find("charity.aid")!],
            _ when !IsOfRoster(asked.Ask) || asked.Ask is PeopleAsk.WithoutNeeds => asked.Rows,
            _ when !asked.RowsAssumed && inDomains.Count > 0 => inDomains,
            _ => [.. catalog.Domains.SelectMany(area => catalog.InArea(area.Id))],
        };
    }

    /// <summary>Whose records say who was met: of whole domains any record of a person is a contact.</summary>
    private static (IReadOnlyList<Indicator> Rows, Period Days) FactsOf(Catalog catalog, PeopleQuestion asked, IReadOnlyList<Indicator> rows, Period period) => asked.Ask switch
    {
        PeopleAsk.Suggested => ([.. rows.Where(row => row.Topic == RevisitReach.Topic)], Period.QuarterOf(period.First)),
        PeopleAsk.NotVisited when IsOfAnyContact(asked) => (catalog.Rows, period),
        PeopleAsk.NotContacted when !IsOfAnyContact(asked) => (rows, new Period(Period.Ever.First, period.Last)),
        PeopleAsk.Listed or PeopleAsk.Counted or PeopleAsk.Overlap or PeopleAsk.Moves or PeopleAsk.LastContact or PeopleAsk.NotContacted => ([], period),
        _ => (rows, period),
    };

    private static bool IsOfAnyContact(PeopleQuestion asked) => asked.Rows.Any(row => row.Counting != CountingRule.Services);

    private async Task<IReadOnlyDictionary<long, DateOnly>> ContactsAsync(Station station, PeopleQuestion asked, IReadOnlyList<Fact> facts, CancellationToken cancellation)
    {
        if (asked.Ask == PeopleAsk.NotContacted && !IsOfAnyContact(asked))
        {
            return facts.SelectMany(fact => fact.Persons, (fact, person) => (person, fact.Date)).GroupBy(pair => pair.person).ToDictionary(person => person.Key, person => person.Max(pair => pair.Date));
        }

        var modes = asked.Ask is PeopleAsk.NotContacted or PeopleAsk.LastContact or PeopleAsk.Suggested ? RecordParts.ModesOf(asked) : [];
        var last = new Dictionary<long, DateOnly>();
        foreach (var mode in modes.Count == 0 ? [null] : modes.Select(mode => (ServiceMode?)mode))
        {
            foreach (var (person, day) in await contacts.LastContactsAsync(station.Id, mode, cancellation: cancellation))
            {
                last[person] = last.TryGetValue(person, out var other) && other > day ? other : day;
            }
        }

        return last;
    }

    private static FactFilter? WithModes(PeopleQuestion asked) => RecordParts.ModesOf(asked) is { Count: > 0 } modes ? new FactFilter { Modes = modes } : null;

    private static bool IsOfRecords(PeopleAsk ask) => ask is PeopleAsk.Served or PeopleAsk.Reached or PeopleAsk.MostMet or PeopleAsk.LeastMet;

    private static bool IsOfRoster(PeopleAsk ask) => ask is not (PeopleAsk.Served or PeopleAsk.Reached or PeopleAsk.MostMet);

    /// <summary>Where the roster marks nobody as 低保, its domain is meant; and that is said.</summary>
    private static (PeopleQuestion Asked, IReadOnlyList<string> Notes) WithKnownTags(Catalog catalog, PeopleQuestion asked, IReadOnlyList<RosterEntry> everybody)
    {
        var notes = new List<string>();
        foreach (var tag in asked.Filters.OfType<TagFilter>().Where(tag => !everybody.Any(person => RecordParts.HasTag(person, tag.Tag))).ToList())
        {
            var area = catalog.Domains.FirstOrDefault(area => area.Synonyms.Contains(tag.Tag));
            notes.Add($"名单里没有“{tag.Tag}”这个标签{(area is null ? "" : $"，以上按{area.Name}领域数")}。");
            if (area is not null)
            {
                var rows = asked.Rows.Where(row => row.Area.Id == area.Id).ToList();
                asked = asked with { Filters = [.. asked.Filters.Where(filter => filter != tag)], Rows = rows.Count > 0 ? asked.Rows.Only(rows) : asked.Rows, RowsAssumed = rows.Count == 0 && asked.RowsAssumed };
            }
        }

        return (asked, notes);
    }

    private static Reply InGroup(PeopleList list) => Replies.Plain(string.Join('\n', [list.Headline, .. list.IsOfNumbers ? list.Lines.Select(line => line.Text) : [], .. list.Notes]));

    private Reply Show(Turn turn, PeopleList list, int page)
    {
        var paged = Paged.Of(turn, list.Lines, page, "人");
        string[] lines = [.. paged.Shown.Select(line => line.Text)];
        string[] notes = [.. paged.Notes, .. list.Notes];
        return new Reply
        {
            Text = string.Join('\n', [list.Headline, .. lines, .. notes]),
            Card = cards.Fill(
                "person",
                new PersonModel { Title = list.Headline, List = lines, Notes = notes, Actions = [.. paged.Next, ActionModel.OpenForm("记走访", RecordForms.VisitId)] },
                CardJson.Default.PersonModel),
            CardStandsAlone = true,
            Items = [.. paged.Shown.Select(line => line.Item)],
        };
    }
}
