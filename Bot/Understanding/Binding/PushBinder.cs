using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>周报都发出去了吗, 别再给我发周报了, 恢复提醒, 取消休假: whether something is sent unasked. When it is, <see cref="SettingsBinder"/> reads.</summary>
internal static class PushBinder
{
    public static SettingsRequest? Bind(Sentence sentence)
    {
        var text = sentence.Text;
        if (Says(PushWords.BackAgain) && !sentence.Asks && !sentence.Has(Person, Area, WordKind.Topic, Row, Form, FormVerb))
            return new SettingsRequest(SettingsAsk.Leave, null) { IsOn = false, Worker = sentence.First(WordKind.Worker)?.Meaning };
        var isWeekly = Says(PushWords.Weekly);
        if (!isWeekly && !Says(PushWords.Reminders))
            return null;
        if (sentence.Has(Person, Village, Tag, Area, WordKind.Topic, Row, Form, FormVerb, Remaining, HowMany) || sentence.Periods.Count > 1)
            return null;
        var moves = Says(PushWords.Move);
        if (Says(PushWords.Delivered) && isWeekly && !sentence.Has(Mine) && !moves)
            return new SettingsRequest(SettingsAsk.Deliveries, sentence.FirstPeriod);
        if (Says(PushWords.Settings) && !moves && PushTime.In(text) is { Weekday: null, IsDaily: false, At: null })
            return new SettingsRequest(SettingsAsk.Show, null);
        // 发周报 is what the bot does; whatever else was done is told.
        if (sentence.Asks || sentence.Tokens.Any(token => token is { Kind: Did, Text: not ['发', ..] }))
            return null;
        if (isWeekly && (moves || text.Contains('发', StringComparison.Ordinal)) && PushTime.In(text) is { Weekday: not null } or { At: not null })
            return new SettingsRequest(SettingsAsk.Digest, null) { When = SettingsBinder.WhenIn(sentence) };
        if (moves || sentence.Periods.Count > 0)
            return null;
        var ask = isWeekly ? SettingsAsk.Digest : SettingsAsk.Snooze;
        return isWeekly && Says(PushWords.Never) ? new SettingsRequest(ask, null) { IsOn = false }
            : Says(PushWords.Resume) ? new SettingsRequest(ask, null) { IsOn = true }
            : isWeekly && Says(PushWords.Stop) ? new SettingsRequest(ask, null) { IsOn = false }
            : null;

        bool Says(string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>What else a sentence about reminders, leave or the weekly message says.</summary>
    public static SettingsRequest Complete(SettingsRequest request, Sentence sentence)
    {
        var text = sentence.Text;
        if (request is { Ask: SettingsAsk.Leave, Worker: null } && !sentence.Has(Mine) && sentence.Tokens[0] is { Kind: Unknown, Typed: { Length: > 1 } stranger })
            request = request with { Stranger = stranger };
        return request switch
        {
            { Ask: SettingsAsk.Digest } => Digest(request, text),
            { Ask: SettingsAsk.Snooze, IsOn: null } => request with
            {
                IsOn = request is { Period: null, Days: null } ? Says(PushWords.Resume) ? true : Says(PushWords.ForGood) && !Says(PushWords.Hours) ? false : null : null,
                IsResumption = request.Period is not null && PushWords.Begins.IsMatch(After(sentence)),
                IsForToday = request is { Period: null, Days: null } && Says(PushWords.Hours),
                When = request is { Period: null, Days: null } && Array.Find(PushWords.Night, word => text.Contains(word, StringComparison.Ordinal)) is { } night ? night : request.When,
            },
            { Ask: SettingsAsk.Leave, IsOn: null, Period: null, Days: null } when PushWords.SoManyDays.Match(text) is { Success: true } days => request with { Days = (int?)Numbers.Read(days.Groups["count"].Value).Value },
            _ => request,
        };

        bool Says(string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal));
    }

    private static SettingsRequest Digest(SettingsRequest request, string text)
    {
        var time = PushTime.In(text);
        var isOff = Array.Exists(PushWords.Stop, word => text.Contains(word, StringComparison.Ordinal)) && time is { Weekday: null, At: null };
        return request with { Weekday = time.Weekday, IsDaily = time.IsDaily && !isOff, At = time.At, IsOn = request.IsOn ?? (isOff ? false : time is { Weekday: null, At: null } && text.Contains("订阅", StringComparison.Ordinal) ? true : null) };
    }

    /// <summary>What follows the last time that was said.</summary>
    private static string After(Sentence sentence)
    {
        var last = sentence.Tokens.Index().Last(token => token.Item.Kind == WordKind.Period).Index;
        return string.Concat(sentence.Tokens.Skip(last + 1).Select(token => token.Text));
    }
}
