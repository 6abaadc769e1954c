using StationBot.Indicators;

namespace StationBot.Understanding;

/// <summary>The words of a sentence and what is plain about them.</summary>
internal sealed class Sentence(IReadOnlyList<Token> tokens, ReadingContext context)
{
    public IReadOnlyList<Token> Tokens => tokens;

    public ReadingContext Context => context;

    public bool Has(params ReadOnlySpan<WordKind> kinds)
    {
        foreach (var token in tokens)
        {
            if (kinds.Contains(token.Kind))
                return true;
        }

        return false;
    }

    public Token? First(params ReadOnlySpan<WordKind> kinds)
    {
        foreach (var token in tokens)
        {
            if (kinds.Contains(token.Kind))
                return token;
        }

        return null;
    }

    /// <summary>Nothing but these, fillers and punctuation.</summary>
    public bool HasOnly(params ReadOnlySpan<WordKind> kinds)
    {
        foreach (var token in tokens)
        {
            if (token.Kind is not (WordKind.Filler or WordKind.Punctuation) && !kinds.Contains(token.Kind))
                return false;
        }

        return true;
    }

    /// <summary>做了, 聊了: something is told, unless it is asked.</summary>
    public bool Tells => Has(WordKind.Narrative, WordKind.Did);

    /// <summary>
    /// Whether it wants to know something. Beside a story (去了, 聊了) only words that can't be part of one make a question: a bent word doesn't,
    /// nor does 情况 or 没 in its middle.
    /// </summary>
    public bool Asks => Has(WordKind.Narrative)
        ? HasUnbent(WordKind.HowMany, WordKind.What, WordKind.AskingFamily) || EndsWithYesNo
        : Has(WordKind.Remaining, WordKind.HowMany, WordKind.What, WordKind.Progress, WordKind.AskingFamily) || EndsWithYesNo;

    public bool EndsWithYesNo
    {
        get
        {
            for (var i = tokens.Count - 1; i >= 0; i--)
            {
                if (tokens[i].Kind == WordKind.YesNo)
                    return true;
                if (tokens[i].Kind is not (WordKind.Filler or WordKind.Punctuation))
                    break;
            }

            return tokens.Any(token => token is { Kind: WordKind.YesNo, Text: "?" or "？" or "是不是" or "有没有" or "是否" or "吗" or "能不能" });
        }
    }

    /// <summary>What was not understood; a lone character is let pass.</summary>
    public string Unread
    {
        get
        {
            var unread = tokens.Where(token => token.Kind == WordKind.Unknown).Select(token => token.Typed).ToList();
            return unread.Sum(piece => piece.Length) < 2 ? "" : string.Join('…', unread);
        }
    }

    public IReadOnlyList<Correction> Corrections
    {
        get
        {
            List<Correction>? found = null;
            foreach (var token in tokens)
            {
                if (token.IsBent)
                    (found ??= []).Add(new Correction(token.Typed, token.Word.Text));
            }

            return found ?? (IReadOnlyList<Correction>)[];
        }
    }

    /// <summary>The different periods that were said; where one lies in another, only the shorter.</summary>
    public List<(Period Period, string Typed)> Periods
    {
        get
        {
            var said = tokens.Where(token => token.Kind == WordKind.Period && !token.Period.IsInvalid)
                .Select(token => (token.Period.Period, Typed: token.IsBent ? token.Word.Text : token.Typed))
                .DistinctBy(period => period.Period)
                .ToList();
            return said.Where(one => !said.Any(other => other.Period != one.Period && one.Period.Cut(other.Period) == other.Period)).ToList();
        }
    }

    private bool HasUnbent(params ReadOnlySpan<WordKind> kinds)
    {
        foreach (var token in tokens)
        {
            if (!token.IsBent && kinds.Contains(token.Kind))
                return true;
        }

        return false;
    }
}
