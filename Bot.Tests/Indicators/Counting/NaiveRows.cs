using StationBot.Indicators;
using StationBot.Indicators.Counting;
using static StationBot.Indicators.EvidenceKind;

namespace StationBot.Tests.Indicators.Counting;

/// <summary>What each kind of row finds on some days of a project year, by product.md §3.</summary>
internal static class NaiveRows
{
    /// <param name="Lacking">The counted records, cases or groups that lack evidence (§2: ready = it also has all its evidence).</param>
    public readonly record struct Found(long Amount, int Lacking);

    public static Found Find(string row, Period year, Period days, StationFacts station, DateOnly today) =>
        NaiveRecount.Topic(row) switch
        {
            "link" or "care" or "revisit" => Services(row, days, station),
            "activity" or "training" or "project" or "promo" or "aid" => Each(row, Of(row, days, station)),

            // §3.10: a distribution worth at least 1000 元.
            "aid_amount" => Each(row, Of("charity.aid", days, station).Where(fact => fact.Fen >= 1000 * 100)),
            "case" or "group" => Complete(row, year, days, station),
            "showcase" => Showcases(row, year, days, station),
            "survey" => Surveyed(row, days, station, Listed(row.Split('.')[0], Judged(year, today), station)),
            "needs" => Surveyed(row, days, station, Listed(null, Judged(year, today), station)),
            "incubate" or "fund" => Distinct<string>(row, Of(row, days, station), fact => [fact.Name!]),
            "backbone" => Backbone(row, days, station),
            "raised" => new Found(Raised(days, station), 0),
            "staff" => new Found(IsStaffed(Judged(year, today), station) ? 1 : 0, 0),

            // 台账1份: the register of the year, however often it is confirmed.
            "register" => Distinct<string>(row, Of(row, days, station), _ => ["台账"]),
            _ => Checklist(row, days, station),
        };

    /// <summary>§3.7: today while the year runs, its last day when it is over, its first when it hasn't begun.</summary>
    public static DateOnly Judged(Period year, DateOnly today) =>
        today < year.First ? year.First : today > year.Last ? year.Last : today;

    /// <summary>§3.7: who left is out from that day; §3.8: of all rosters, each person once.</summary>
    public static HashSet<long> Listed(string? domain, DateOnly day, StationFacts station) =>
        [.. station.Roster
            .Where(person => person.Entered <= day && !(person.Left <= day))
            .Where(person => domain is null ? person.Areas.Count > 0 : person.Areas.Contains(domain))
            .Select(person => person.Id)];

    private static List<Fact> Of(string row, Period days, StationFacts station) =>
        [.. station.Facts.Where(fact => fact.Indicator == row && NaiveRecount.Within(days, fact.Date))];

    private static Found Each(string row, IEnumerable<Fact> facts) => new(facts.Count(), facts.Count(fact => Lacks(row, fact)));

    /// <summary>§3.12: counts 0 only if all its persons already stand in earlier records of that row and day.</summary>
    private static Found Services(string row, Period days, StationFacts station)
    {
        var facts = Of(row, days, station);
        var counted = new List<Fact>();
        for (var i = 0; i < facts.Count; i++)
        {
            var standing = facts.Take(i).Where(fact => fact.Date == facts[i].Date).SelectMany(fact => fact.Persons).ToList();
            if (facts[i].Persons.Count == 0 || facts[i].Persons.Any(person => !standing.Contains(person)))
                counted.Add(facts[i]);
        }

        return Each(row, counted);
    }

    /// <summary>§3.6: complete with the 5th session dated in the project year; two sessions on one day both count.</summary>
    private static Found Complete(string row, Period year, Period days, StationFacts station)
    {
        var found = new Found(0, 0);
        foreach (var file in Of(row, year, station).Select(fact => fact.File).Where(file => file is not null).Distinct())
        {
            var sessions = Of(row, year, station).Where(fact => fact.File == file).OrderBy(fact => fact.Date).ToList();
            if (sessions.Count >= 5 && NaiveRecount.Within(days, sessions[4].Date))
                found = new Found(found.Amount + 1, found.Lacking + (sessions.Exists(session => Lacks(row, session)) ? 1 : 0));
        }

        return found;
    }

    /// <summary>
    /// §3.14: a case or group with its five sessions flagged by the lead = done, on the day from which both hold;
    /// closing report and all photos = ready.
    /// </summary>
    private static Found Showcases(string row, Period year, Period days, StationFacts station)
    {
        var area = row.Split('.')[0];
        var found = new Found(0, 0);
        foreach (var file in Of(row, year, station).Select(fact => fact.File).Where(file => file is not null).Distinct())
        {
            var flag = Of(row, year, station).Where(fact => fact.File == file).MinBy(fact => fact.Date)!;
            var sessions = Of(area + ".case", year, station).Concat(Of(area + ".group", year, station))
                .Where(fact => fact.File == file).OrderBy(fact => fact.Date).ToList();
            if (sessions.Count < 5 || !NaiveRecount.Within(days, flag.Date > sessions[4].Date ? flag.Date : sessions[4].Date))
                continue;
            var isReady = flag.Evidence.Contains(ActivityRecord) && sessions.TrueForAll(session => session.Evidence.Contains(WatermarkPhoto));
            found = new Found(found.Amount + 1, found.Lacking + (isReady ? 0 : 1));
        }

        return found;
    }

    /// <summary>§3.7, §3.8: distinct listed persons with a survey, or with a needs sheet or a survey whose 慈善需求 is filled in.</summary>
    private static Found Surveyed(string row, Period days, StationFacts station, HashSet<long> listed)
    {
        var facts = station.Facts.Where(fact => NaiveRecount.Within(days, fact.Date))
            .Where(fact => fact.Indicator == row || (row == "charity.needs" && NaiveRecount.Topic(fact.Indicator) == "survey" && fact.HasNeeds));
        return Distinct(row, facts, fact => fact.Persons.Where(listed.Contains));
    }

    /// <summary>培养骨干 ≥5人: distinct names; where only a number was written down, that number.</summary>
    private static Found Backbone(string row, Period days, StationFacts station)
    {
        var facts = Of(row, days, station);
        var named = Distinct(row, facts, fact => (fact.Name ?? "").Split('、').Where(name => name.Length > 0));
        var numbered = facts.Where(fact => string.IsNullOrEmpty(fact.Name) && fact.People > 0).ToList();
        return new Found(named.Amount + numbered.Sum(fact => fact.People), named.Lacking + numbered.Count(fact => Lacks(row, fact)));
    }

    /// <summary>§3.9: cash received with a named partner; §3.10: the money of funds and projects adds to it.</summary>
    private static long Raised(Period days, StationFacts station) =>
        station.Facts.Where(fact => NaiveRecount.Within(days, fact.Date) && !fact.InKind)
            .Where(fact => (fact.Indicator == "charity.raised" && !string.IsNullOrWhiteSpace(fact.Name))
                || fact.Indicator is "charity.fund" or "charity.project")
            .Sum(fact => fact.Fen);

    /// <summary>§3.13: ticked = done; 不适用 is not ticked.</summary>
    private static Found Checklist(string row, Period days, StationFacts station) =>
        Distinct<string>(row, Of(row, days, station).Where(fact => !fact.NotApplicable), _ => [row]);

    /// <summary>§3.13: the rooms may be 不适用; then nothing is asked, unless they were ticked after all.</summary>
    public static bool IsExcused(string row, Period year, StationFacts station) =>
        row == "platform.rooms" && Of(row, year, station) is { Count: > 0 } facts && facts.TrueForAll(fact => fact.NotApplicable);

    /// <summary>§3.13: active workers and certificates against the tier on the day.</summary>
    private static bool IsStaffed(DateOnly day, StationFacts station)
    {
        var workers = station.Staff.Where(worker => worker.Joined <= day && !(worker.Left <= day)).ToList();
        var certified = workers.Count(worker => worker.Certified <= day);
        return station.Tiers.On(day) == Tier.T20 ? workers.Count >= 3 && certified >= 2 : workers.Count >= 2 && certified >= 1;
    }

    /// <summary>Distinct things; the first record of each, by date and then by number, is the one that counts.</summary>
    private static Found Distinct<T>(string row, IEnumerable<Fact> facts, Func<Fact, IEnumerable<T>> things)
    {
        var seen = new HashSet<T>();
        var lacking = 0;
        foreach (var fact in facts.OrderBy(fact => fact.Date).ThenBy(fact => fact.Number))
        {
            var isNew = false;
            foreach (var thing in things(fact))
                isNew |= seen.Add(thing);
            if (isNew && Lacks(row, fact))
                lacking++;
        }

        return new Found(seen.Count, lacking);
    }

    /// <summary>What 全年要求 asks with each record; one set a year makes no single record unready.</summary>
    private static bool Lacks(string row, Fact fact) => NaiveRecount.Topic(row) switch
    {
        "link" or "care" or "revisit" or "case" or "group" => !fact.Evidence.Contains(WatermarkPhoto) || !fact.Evidence.Contains(Uploaded),
        "survey" => !fact.Evidence.Contains(SurveyForm),
        "register" => !fact.Evidence.Contains(Ledger),
        "incubate" or "backbone" => !fact.Evidence.Contains(SupportingDocument),
        ['r', 'u', 'l', 'e', '.', ..] => !fact.Evidence.Contains(WallPhoto) && !fact.Evidence.Contains(ElectronicRules),
        "office" or "rooms" or "wall" or "orgchart" => !fact.Evidence.Contains(WallPhoto),
        _ => false,
    };
}
