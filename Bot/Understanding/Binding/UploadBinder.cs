using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>今天那三条都传了: that records are uploaded is said of whole sentences only, and never taken from a question or a guess.</summary>
internal static class UploadBinder
{
    /// <summary>More is no number of records that anybody says.</summary>
    private const int MostNumbers = 100;

    private static readonly string[] Measures = ["条", "个", "次", "份", "笔"];

    public static UploadMark? Bind(Sentence sentence)
    {
        var said = sentence.Tokens.Where(token => token.Kind == Family && EvidenceVocabulary.IsUploaded(token.Text) is not null).ToList();
        if (said.Count == 0 || sentence.Asks || sentence.Tokens.Any(token => token.IsBent || token.Period.IsInvalid) || sentence.Periods.Count > 1)
            return null;
        if (!sentence.HasOnly(Family, WordKind.Period, Number, ThatRecord, AllRows, Mine, Area, WordKind.Topic, Row, And, FormVerb, FollowUp, Unknown)
            || sentence.Tokens.Any(token => token is { Kind: Unknown, Text: not "这" }))
            return null;
        // 照片传了 says that a picture was sent.
        if (sentence.Tokens.Any(token => token.Kind == Family && EvidenceVocabulary.KindOf(token.Text) != Indicators.EvidenceKind.Uploaded))
            return null;
        // 本周还没上传的 is asked for; only 没传 128 takes a mark back.
        if (sentence.Text.EndsWith('的') && said.TrueForAll(token => EvidenceVocabulary.IsUploaded(token.Text) == false))
            return null;
        var uploaded = said.TrueForAll(token => EvidenceVocabulary.IsUploaded(token.Text) == true);
        var rows = RowBinder.Bind(sentence);
        return rows is { Count: 0 } ? null : Read(sentence, uploaded, sentence.Has(Area, WordKind.Topic, Row) ? rows : null);
    }

    /// <summary>#128标成已上传, 八月的记录全给标上已上传.</summary>
    public static UploadMark? BindMarked(Sentence sentence)
    {
        if (sentence.Periods.Count > 1 || sentence.Tokens.Any(token => token.Period.IsInvalid || (token.Kind == Family && EvidenceVocabulary.IsUploaded(token.Text) == false)))
            return null;
        // 上传中国社会工作网 names nothing but where it stands now.
        var saysSite = sentence.Tokens.All(token => token.Kind != Family || EvidenceVocabulary.KindOf(token.Text) == Indicators.EvidenceKind.Uploaded);
        if (!sentence.HasOnlyHintsAnd(WordKind.Period, Number, ThatRecord, AllRows, Mine, WordKind.Person, Village, Area, WordKind.Topic, Row, And, FormVerb, saysSite ? Family : FollowUp, FollowUp))
            return null;
        // 照片传网站了 says that a picture was sent.
        if (sentence.Tokens.Any(token => token.Kind == Family && EvidenceVocabulary.KindOf(token.Text) is not (null or Indicators.EvidenceKind.Uploaded)))
            return null;
        var rows = RowBinder.Bind(sentence);
        return rows is { Count: 0 } ? null : Read(sentence, uploaded: true, sentence.Has(Area, WordKind.Topic, Row) ? rows : null);
    }

    private static UploadMark? Read(Sentence sentence, bool uploaded, RowSet? rows)
    {
        var numbers = new List<long>();
        int? count = null;
        Indicators.Period? days = null;
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            var next = i + 1 < tokens.Length ? tokens[i + 1].Text : "";
            var (length, value) = tokens[i].Kind is Number or WordKind.Period ? Numbers.Read(tokens[i].Text) : default;
            if (tokens[i].Kind == WordKind.Period)
            {
                // 5号传了 is a record, as in 撤销5号; 5号的, 5号那两条 is a day.
                if (length > 0 && tokens[i].Text[length..] is "号" && char.IsAsciiDigit(tokens[i].Text[0]) && next is not ("的" or "那" or "那些"))
                    numbers.Add(value);
                else
                    days = tokens[i].Period.Period;
            }
            else if (tokens[i].Kind == Number && Measures.Contains(next))
            {
                if (count is not null)
                    return null;
                count = value;
            }
            else if (tokens[i].Kind == Number)
            {
                if (!char.IsAsciiDigit(tokens[i].Text[0]))
                    return null;
                numbers.Add(value);
            }
        }

        var person = sentence.Has(WordKind.Person) ? PersonNames.WithRest(sentence).Name : null;
        // 今天那条, 刘奶奶那条.
        if ((days is not null && tokens.Any(token => token.Kind == ThatRecord && token.Text.EndsWith('条') && !token.Text.EndsWith("几条", StringComparison.Ordinal))) || (person is not null && sentence.Text.Contains("那条", StringComparison.Ordinal)))
            count ??= 1;
        return numbers.Count > MostNumbers ? null : new UploadMark(uploaded)
        {
            Person = person,
            Numbers = [.. numbers.Distinct()],
            Days = days,
            Count = count,
            Rows = rows,
            IsLast = numbers.Count == 0 && person is null && days is null && count is null or 1 && sentence.Has(ThatRecord),
        };
    }
}
