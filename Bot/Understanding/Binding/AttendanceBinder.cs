using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>儿童小组每节签到人数, 小组里谁来得最勤, 小雨缺过几次课.</summary>
internal static class AttendanceBinder
{
    private const string Group = "group";

    public static Reading? Bind(Sentence sentence)
    {
        var ranks = sentence.IsAbout(Matter.Regular | Matter.Rare);
        if (sentence.Has(Narrative, Except, Order) || sentence.Periods.Count > 1 || (!sentence.Asks && !ranks && sentence.Has(Number)))
            return null;
        var catalog = sentence.Context.Vocabulary.Catalog;
        var said = RowBinder.Bind(sentence);
        var isGroup = sentence.Tokens.Any(token => token is { Kind: WordKind.Topic, Meaning: Group });
        if (said is { Count: 0 } || (!isGroup && said is not null && !IsWholeAreas(sentence)) || (said is not null && isGroup && said.Any(row => row.Topic != Group)))
            return null;
        var person = sentence.First(Person)?.Typed;
        var areas = sentence.Has(Area) ? said?.Select(row => row.Area.Id).ToHashSet() : AreasOf(sentence, person);
        var rows = new RowSet(catalog, catalog.OfTopic(Group).Where(row => areas is null || areas.Contains(row.Area.Id)));
        var name = person is null ? NameBefore(sentence) : null;
        // 谁最勤快 may be a colleague.
        if (ranks && said is null && person is null && !sentence.Text.Contains('来', StringComparison.Ordinal) && !sentence.Has(Family))
            return UnclearTexts.Unread(sentence.Tokens.First(token => token.Kind == About).Typed, ["谁录得最多", "小组里谁来得最勤"]);
        var order = sentence.Tokens.Where(token => token.Kind == AskingFamily).Select(token => OverTimeWords.IsLeast(token.Text)).FirstOrDefault(least => least is not null);
        var ranksPersons = order is not null && !sentence.Has(What, WhichMonths) && !sentence.Text.Contains('各', StringComparison.Ordinal);
        if (order is { } isLeast && person is null && IsOfGroups(sentence.Text) && sentence.Unknown.Length == 0)
            return new AttendanceQuestion(isLeast ? AttendanceAsk.Least : AttendanceAsk.Most, rows, sentence.FirstPeriod) { ByGroup = true, RowsAssumed = said is null, Filters = FilterBinder.Bind(sentence) };
        if (!ranks && !ranksPersons && sentence.First(AskingFamily) is { Meaning: nameof(RequestFamily.Compare) } compared)
            return UnclearTexts.Unread(compared.Typed, ["小组每节签到人数", "小组里谁来得最勤"]);
        if (rows.Count == 0 || (sentence.Unknown is { Length: > 0 } unknown && unknown != name))
            return rows.Count == 0 ? null : UnclearTexts.Unread(sentence.Unknown, ["小组每节签到人数", "小组里谁来得最勤"]);
        return new AttendanceQuestion(!ranks && !ranksPersons ? AttendanceAsk.Sessions : sentence.IsAbout(Matter.Rare) || order == true ? AttendanceAsk.Least : AttendanceAsk.Most, rows, sentence.FirstPeriod)
        {
            Person = person,
            Session = ranks || person is not null || !isGroup ? null : SessionIn(sentence),
            Group = name,
            RowsAssumed = said is null,
            Filters = FilterBinder.Bind(sentence),
        };
    }

    /// <summary>儿童小组第三节谁没来, 老人小组上一节到了几个人.</summary>
    public static AttendanceQuestion? BindSession(Sentence sentence)
    {
        if (!sentence.Tokens.Any(token => token is { Kind: WordKind.Topic, Meaning: Group }) || !GroupWords.AsksPresence.IsMatch(sentence.Text) || sentence.Has(Person, Worker, Except, Order, Remaining) || sentence.Periods.Count > 1)
            return null;
        var catalog = sentence.Context.Vocabulary.Catalog;
        var areas = sentence.Tokens.Where(token => token.Kind == Area).Select(token => token.Meaning).ToHashSet();
        var rows = new RowSet(catalog, catalog.OfTopic(Group).Where(row => areas.Count == 0 || areas.Contains(row.Area.Id)));
        var place = SessionIn(sentence);
        return rows.Count == 0 || (place is null && sentence.Periods.Count == 0) ? null : new AttendanceQuestion(AttendanceAsk.Sessions, rows, place < 0 ? null : sentence.FirstPeriod) { Group = NameBefore(sentence), Session = place, RowsAssumed = areas.Count == 0 };
    }

    /// <summary>哪个小组出勤率最高: groups are put in order.</summary>
    public static bool IsOfGroups(string text) => GroupWords.WhichGroups.Any(text.Contains);

    /// <summary>3 of 第三节, -1 of 上一节.</summary>
    public static int? SessionIn(Sentence sentence)
    {
        var session = GroupWords.Session.Match(sentence.Text);
        return !session.Success ? null : session.Groups["n"] is { Success: true } number ? Numbers.Read(number.ValueSpan).Value : -1;
    }

    private static bool IsWholeAreas(Sentence sentence) => sentence.Has(Area) && !sentence.Has(WordKind.Topic, Row);

    /// <summary>Where a person is known and listed, the person's own groups.</summary>
    private static HashSet<string>? AreasOf(Sentence sentence, string? person) =>
        person is not null && sentence.Context.Names?.Find(person, DateOnly.FromDateTime(sentence.Context.Now)) is [{ Areas.Count: > 0 } only] ? [.. only.Areas] : null;

    /// <summary>手工 of 手工小组.</summary>
    public static string? NameBefore(Sentence sentence) =>
        sentence.Tokens.Index().FirstOrDefault(token => IsNameBefore(sentence, token.Index)).Item is { Word: not null } name ? name.Typed : null;

    public static bool IsNameBefore(Sentence sentence, int at) =>
        sentence.Tokens[at].Kind == Unknown && at + 1 < sentence.Tokens.Length && sentence.Tokens[at + 1] is { Kind: WordKind.Topic, Meaning: Group };
}
