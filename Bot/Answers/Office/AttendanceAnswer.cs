using StationBot.Answers.OverTime;
using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Files;
using StationBot.Stations;
using StationBot.Understanding.Readings;

namespace StationBot.Answers.Office;

/// <summary>Who came to the sessions of groups: as the records name them, or only count them.</summary>
internal sealed class AttendanceAnswer(RecordList records, Caseload caseload, CardTemplates cards)
{
    /// <summary>More are only counted.</summary>
    private const int MostListed = 20;

    public async Task<Reply> AnswerAsync(Turn turn, Membership who, AttendanceQuestion asked, CancellationToken cancellation)
    {
        if ((asked.Period ?? who.Station.YearOf(turn.Today)?.Period) is not { } period)
        {
            return YearTexts.NotToday(turn, who.Station);
        }

        if (asked.Filters.Count > 0)
        {
            return Replies.Plain($"出席情况还不能只看“{asked.Filters[0].Label}”的部分。");
        }

        string[] ids = [.. asked.Rows.Select(row => row.Id)];
        var groups = (await caseload.AllAsync(who.Station.Id, ids, cancellation)).ToList();
        var named = asked.Group is { } name ? groups.FindAll(group => group.Name == name || group.Name == name + "小组" || group.Name.Contains(name, StringComparison.Ordinal)) : groups;
        // 林小雨小组: no group has that name, so it is somebody's.
        var person = asked.Person ?? (named.Count == 0 ? asked.Group : null);
        groups = named.Count == 0 ? groups : named;
        var sessions = await SessionsAsync(who.Station, ids, groups, period, cancellation);
        var scope = $"{PeriodName.Of(period)} {ScopeName.Of(turn.Catalog, asked.Rows)}{(asked.Group is null || named.Count == 0 ? "" : $"（{named[0].Name}{(named.Count > 1 ? $"等 {named.Count} 个" : "")}）")}";
        if (turn.Message.IsGroup && (person is not null || (asked.Ask != AttendanceAsk.Sessions && !asked.ByGroup)))
        {
            return Replies.NoPersonsInGroups;
        }

        return (person is not null ? await OfPersonAsync(who.Station, groups, sessions, $"{scope} {person}", person, cancellation)
            : asked.Session is not null ? await OfOneAsync(turn, who.Station, asked, groups, sessions, scope, cancellation)
            : asked.Ask == AttendanceAsk.Sessions ? OfSessions(turn, sessions, scope)
            : asked.ByGroup ? await RankGroupsAsync(who.Station, groups, sessions, scope, asked.Ask, cancellation)
            : await RankAsync(who.Station, groups, sessions, scope, asked.Ask, cancellation)).ToReply(cards);
    }

    private async Task<List<Held>> SessionsAsync(Station station, IReadOnlyCollection<string> ids, List<Dossier> groups, Period period, CancellationToken cancellation)
    {
        var places = groups.SelectMany(group => group.Life.Sessions.Select(session => (session.Number, Group: group, session.Place))).ToDictionary(session => session.Number);
        return [.. (await records.ReadAsync(station.Id, new RecordSelection(ids, period), cancellation))
            .Where(record => places.ContainsKey(record.Record.Number))
            .Select(record => new Held(places[record.Record.Number].Group, places[record.Record.Number].Place, record.Record.What))
            .OrderBy(held => held.Group.Id).ThenBy(held => held.Place)];
    }

    private static ListPage OfSessions(Turn turn, List<Held> sessions, string scope)
    {
        var known = sessions.Where(session => session.Came is not null).ToList();
        return new ListPage(
            sessions.Count == 0 ? $"{scope}：还没有开过小组" : $"{scope}：{sessions.Count} 节，{(known.Count == 0 ? "都没有登记出席人数" : $"共 {known.Sum(session => session.Came)} 人次")}",
            [.. sessions.Take(MostListed).Select(session =>
                $"{session.Group.Name} 第 {session.Place} 节 {PeriodName.Of(session.What.Date, turn.Today)} {(session.Came is { } came ? $"{came} 人" : "没登记人数")}")])
        {
            Hints =
            [
                .. sessions.Count > MostListed ? [$"还有 {sessions.Count - MostListed} 节没有列出，可以按月份问。"] : Array.Empty<string>(),
                .. known.Count > 0 && known.Count < sessions.Count ? [$"{sessions.Count - known.Count} 节没有登记出席人数，没有计入人次。"] : Array.Empty<string>(),
            ],
        };
    }

    /// <summary>第三节谁没来: one session of each group, with those who came and those of the members who didn't, as far as names were told.</summary>
    private async Task<ListPage> OfOneAsync(Turn turn, Station station, AttendanceQuestion asked, List<Dossier> groups, List<Held> sessions, string scope, CancellationToken cancellation)
    {
        var meant = groups
            .Select(group => sessions.Where(session => session.Group.Id == group.Id && (asked.Session < 0 || session.Place == asked.Session)).LastOrDefault())
            .OfType<Held>().ToList();
        var place = asked.Session < 0 ? "最近一节" : $"第 {asked.Session} 节";
        if (meant.Count == 0)
        {
            return new ListPage($"{scope}：没有{place}的记录", []);
        }

        var lines = new List<string>();
        foreach (var session in meant)
        {
            var missed = session.Names
                ? (await caseload.PersonsAsync(station.Id, session.Group, cancellation)).Where(member => !session.What.Persons.Any(person => Is(member, person.Label) || person.Label == member)).ToList()
                : [];
            string?[] parts =
            [
                session.Came is { } came ? $"到 {came} 人" : "没登记人数",
                !session.Names ? "没登记姓名" : missed.Count == 0 ? "成员都到了" : $"没到 {missed.Count} 人{(turn.Message.IsGroup ? "" : $"：{string.Join('、', missed)}")}",
            ];
            lines.Add($"{session.Group.Name} 第 {session.Place} 节 {PeriodName.Of(session.What.Date, turn.Today)} {string.Join('，', parts)}");
        }

        var known = meant.Where(session => session.Came is not null).ToList();
        return new ListPage($"{scope}（{place}）：{(known.Count == 0 ? "没有登记出席人数" : $"到 {known.Sum(session => session.Came)} 人")}", lines);
    }

    private async Task<ListPage> OfPersonAsync(Station station, List<Dossier> groups, List<Held> sessions, string scope, string name, CancellationToken cancellation)
    {
        var counted = new List<(Dossier Group, int Came, int Missed, int Unknown)>();
        foreach (var group in groups)
        {
            var held = sessions.Where(session => session.Group.Id == group.Id).ToList();
            var isMember = (await caseload.PersonsAsync(station.Id, group, cancellation)).Any(member => Is(member, name));
            var came = held.Count(session => session.What.Persons.Any(person => Is(person.Label, name)));
            if (isMember || came > 0)
            {
                counted.Add((group, came, held.Count(session => session.Names && !session.What.Persons.Any(person => Is(person.Label, name))), held.Count(session => !session.Names)));
            }
        }

        return counted.Count == 0
            ? new ListPage($"{scope}：不在小组成员里，也没有出席记录", [])
            : new ListPage(
                $"{scope}：出席 {counted.Sum(one => one.Came)} 节，缺 {counted.Sum(one => one.Missed)} 节",
                [.. counted.Select(one => $"{one.Group.Name} 出席 {one.Came} 节，缺 {one.Missed} 节")])
            {
                Hints = counted.Sum(one => one.Unknown) is > 0 and var unknown ? [$"另有 {unknown} 节只登记了人数，看不出来没来。"] : [],
            };
    }

    private async Task<ListPage> RankAsync(Station station, List<Dossier> groups, List<Held> sessions, string scope, AttendanceAsk ask, CancellationToken cancellation)
    {
        var named = sessions.Where(session => session.Names).ToList();
        var came = named.SelectMany(session => session.What.Persons.Select(person => person.Label)).CountBy(person => person).ToDictionary();
        foreach (var group in groups.Where(group => named.Exists(session => session.Group.Id == group.Id)))
        {
            foreach (var member in await caseload.PersonsAsync(station.Id, group, cancellation))
            {
                came.TryAdd(member, 0);
            }
        }

        if (came.Count == 0)
        {
            return new ListPage($"{scope}：出席没有登记姓名，排不了", []);
        }

        var ranked = (ask == AttendanceAsk.Most ? came.OrderByDescending(one => one.Value) : came.OrderBy(one => one.Value)).ThenBy(one => one.Key, StringComparer.Ordinal).ToList();
        var top = ranked.TakeWhile(one => one.Value == ranked[0].Value).Count();
        return new ListPage(
            $"{scope}：{(ask == AttendanceAsk.Most ? "来得最多" : "来得最少")}的 {top} 人，{ranked[0].Value} 节",
            [.. ranked.Take(MostListed).Select(one => $"{one.Key} {one.Value} 节")])
        {
            Hints = [$"按登记了姓名的 {named.Count} 节统计{(named.Count < sessions.Count ? $"，另有 {sessions.Count - named.Count} 节只登记了人数" : "")}。"],
        };
    }

    /// <summary>By the share of the members who came where all groups have members, else by how many came to a session.</summary>
    private async Task<ListPage> RankGroupsAsync(Station station, List<Dossier> groups, List<Held> sessions, string scope, AttendanceAsk ask, CancellationToken cancellation)
    {
        var counted = new List<Turnout>();
        foreach (var group in groups)
        {
            var known = sessions.Where(session => session.Group.Id == group.Id && session.Came is not null).ToList();
            if (known.Count > 0)
            {
                counted.Add(new Turnout(group.Name, known.Count, known.Sum(session => session.Came!.Value), (await caseload.PersonsAsync(station.Id, group, cancellation)).Count));
            }
        }

        if (counted.Count == 0)
        {
            return new ListPage($"{scope}：小组都没有登记出席人数，排不了", []);
        }

        var byShare = counted.TrueForAll(group => group.Members > 0);
        decimal Measure(Turnout group) => byShare ? group.Share : group.Mean;
        var ranked = (ask == AttendanceAsk.Most ? counted.OrderByDescending(Measure) : counted.OrderBy(Measure)).ThenBy(group => group.Name, StringComparer.Ordinal).ToList();
        var first = ranked.Where(group => Measure(group) == Measure(ranked[0])).Select(group => group.Name).ToList();
        var best = byShare ? $"{ranked[0].Share * 100:0}%" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"平均每节 {ranked[0].Mean:0.#} 人");
        return new ListPage(
            $"{scope}：{RankAnswer.Names(first)}{(byShare ? "出席率" : "到的人")}{(ask == AttendanceAsk.Most ? "最" + (byShare ? "高" : "多") : "最" + (byShare ? "低" : "少"))}，{best}",
            [.. ranked.Take(MostListed).Select(group => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{group.Name} {group.Sessions} 节，平均每节 {group.Mean:0.#} 人{(group.Members > 0 ? $"，出席率 {group.Share * 100:0}%" : "")}"))])
        {
            Hints = groups.Count > counted.Count ? [$"{groups.Count - counted.Count} 个小组没有登记出席人数，没有排进去。"] : [],
        };
    }

    /// <summary>李桂兰 and 李桂兰（红旗村）.</summary>
    private static bool Is(string label, string name) => label == name || label.StartsWith(name + "（", StringComparison.Ordinal);

    /// <param name="Members">0 where none were told.</param>
    private sealed record Turnout(string Name, int Sessions, int Came, int Members)
    {
        public decimal Mean => (decimal)Came / Sessions;

        public decimal Share => Members == 0 ? 0 : Math.Min(1, Mean / Members);
    }

    private sealed record Held(Dossier Group, int Place, RecordDraft What)
    {
        public bool Names => What.Persons.Count > 0;

        /// <summary>Null where nobody was told.</summary>
        public int? Came => What.People ?? (Names ? What.Persons.Count : null);
    }
}
