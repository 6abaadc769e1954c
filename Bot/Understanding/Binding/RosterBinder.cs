using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>Somebody leaves the roster or comes back: an order to change it.</summary>
internal static class RosterBinder
{
    /// <summary>王大爷去世了, 张三9月10日迁出, 张三搬走了，名单里去掉他: nothing but who, what and when.</summary>
    public static LeaveRequest? Bind(Sentence sentence) => BindOrder(sentence) ?? BindTold(sentence);

    /// <summary>把李淑清从名单拿掉，搬走了: the order is plain, so the rest may tell why; the card asks before anything is done.</summary>
    private static LeaveRequest? BindOrder(Sentence sentence)
    {
        if (!sentence.Has(Person) || !sentence.Text.AsSpan().ContainsAny(RosterWords.Lists) || !RosterWords.Removal.IsMatch(sentence.Text))
            return null;
        var persons = sentence.Tokens.Where(token => token.Kind == Person).Select(token => token.Text).Distinct().Count();
        var asks = sentence.Has(HowMany, What, AskingFamily) || sentence.Tokens.Any(token => token is { Kind: YesNo, Text: not ("吧" or "不" or "没" or "行吗" or "可以吗" or "?" or "？") });
        if (persons > 1 || asks || sentence.Periods is not ({ Count: 0 } or [{ Period.Days: 1 }]) || sentence.First(Person) is not { } person)
            return null;
        var name = (sentence.First(Village) is { } village ? village.Typed : "") + person.Typed;
        var reason = sentence.Tokens.FirstOrDefault(token => token is { Kind: Narrative, Meaning.Length: > 0 } && token.Meaning != RosterWords.CameBack);
        return new LeaveRequest(name, reason.Word is not null ? reason.Meaning : sentence.Text.AsSpan().IndexOfAny('搬', '迁') >= 0 ? RosterWords.MovedAway : RosterWords.Withdrew, sentence.FirstPeriod?.First);
    }

    private static LeaveRequest? BindTold(Sentence sentence)
    {
        var at = -1;
        for (var i = 0; at < 0 && i < sentence.Tokens.Length; i++)
            at = sentence.Tokens[i] is { Kind: Narrative, Meaning.Length: > 0 } ? i : -1;
        if (at < 0 || sentence.EndsWithYesNo)
            return null;
        var last = OrderAfter(sentence, at) ?? sentence.Tokens.Length;
        var tokens = sentence.Tokens.Take(last).ToList();
        if (!tokens.TrueForAll(token => token.Kind is Narrative or Person or Unknown or Village or WordKind.Period or Number or Tag or Filler or Punctuation or Hello))
            return null;
        var stories = tokens.Where(token => token.Kind == Narrative && token.Meaning.Length == 0 && token.Text is not ("说" or "说是" or "听说"));
        if (stories.Any() || tokens.Count(token => token.Kind == Person) > 1 || sentence.Periods is not ({ Count: 0 } or [{ Period.Days: 1 }]))
            return null;
        var name = sentence.First(Person) is null ? PersonNames.Before(sentence, at) : PersonNames.Around(sentence, last);
        return name is null ? null : new LeaveRequest(name, sentence.Tokens[at].Meaning, sentence.FirstPeriod?.First);
    }

    /// <summary>把李淑清从名单拿掉，搬走了; 刘强不归咱管了，名册里撤下来吧: who, and the reason where it is one that the roster knows.</summary>
    public static LeaveRequest? BindRemoval(Sentence sentence)
    {
        if (sentence.Tokens.Where(token => token.Kind == Person).Select(token => token.Text).Distinct().Count() != 1 || sentence.Periods is not ({ Count: 0 } or [{ Period.Days: 1 }]))
            return null;
        var reason = sentence.Tokens.FirstOrDefault(token => token is { Kind: Narrative, Meaning: not ("" or Lexicon.RosterWords.CameBack or Lexicon.RosterWords.Withdrew) }).Word?.Meaning;
        var name = sentence.First(Person)!.Value.Typed;
        var movedAway = sentence.Text.AsSpan().IndexOfAny('搬', '迁') >= 0 || sentence.Text.Contains("转出", StringComparison.Ordinal);
        return new LeaveRequest(name, reason ?? (movedAway ? RosterWords.MovedAway : RosterWords.Withdrew), sentence.FirstPeriod?.First);
    }

    /// <summary>Where ，名单里去掉他 begins; null where nothing of the kind follows.</summary>
    private static int? OrderAfter(Sentence sentence, int at)
    {
        var rest = sentence.Tokens.Skip(at + 1).ToList();
        var comma = rest.FindIndex(token => token.Kind == Punctuation);
        if (comma < 0)
            return null;
        var order = rest.Skip(comma + 1).ToList();
        var isOrder = order.Exists(token => token.Kind is Except or Undo || token.Text is "划掉" or "移除" or "移出")
            && order.TrueForAll(token => token.Kind is Except or Undo or Family or AskingFamily or Filler or Punctuation || token.Text is "他" or "她" or "划掉" or "移除" or "移出");
        return isOrder ? at + 1 + comma : null;
    }
}
