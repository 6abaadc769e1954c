using StationBot.Indicators;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding;

/// <summary>Questions about evidence, and orders for files, as far as they have a reading of their own.</summary>
internal static class EvidenceBinder
{
    /// <summary>Null where the sentence says more than such a reading can carry.</summary>
    public static Reading? Bind(Sentence sentence, RequestFamily family, RowSet? rows)
    {
        if (sentence.Unread.Length > 0 || sentence.Periods.Count > 1 || sentence.Has(Person, Worker, Tag, Mode, Except, Narrative))
            return null;
        return family switch
        {
            RequestFamily.Export => BindExport(sentence, rows),
            RequestFamily.Evidence => BindQuestion(sentence, rows),
            _ => null,
        };
    }

    private static ExportRequest? BindExport(Sentence sentence, RowSet? rows)
    {
        var orders = sentence.Tokens.Where(token => token.Kind == Order).ToList();
        if (!orders.TrueForAll(order => EvidenceVocabulary.IsExport(order.Text)))
            return null;
        var isNameList = sentence.Tokens.Any(token => token is { Kind: Family, Text: EvidenceVocabulary.NameList });
        var isLedger = isNameList || sentence.Tokens.Any(token => token is { Kind: Family, Text: EvidenceVocabulary.Ledger });
        // 导出花名册 is another file.
        if (isNameList && rows is not null && rows.Any(row => row.Counting != CountingRule.Persons))
            return null;
        if (isNameList && rows is null)
            rows = new RowSet(sentence.Context.Vocabulary.Catalog, sentence.Context.Vocabulary.Catalog.Rows.Where(row => row.Counting == CountingRule.Persons));
        var isRecords = sentence.Tokens.Any(token => token.Text is "记录" or "明细" or "流水");
        return isLedger || isRecords || rows is not null ? new ExportRequest(rows, sentence.FirstPeriod, isLedger) : null;
    }

    private static EvidenceQuestion? BindQuestion(Sentence sentence, RowSet? rows)
    {
        var kind = KindOf(sentence, rows);
        // 1号的照片齐了吗 is of a day, 1号的材料齐了吗 and 128号还缺啥照片 of a record.
        var isRecord = CommandBinder.RecordNumber(sentence) is > 0 && (kind is null || sentence.Has(ThatRecord) || sentence.Tokens.Any(token => token.Text == "#"));
        if (!sentence.Asks && !sentence.Has(Remaining))
            return null;
        if (sentence.Tokens.Any(token => token is { Kind: AskingFamily } && token.Meaning != nameof(RequestFamily.Evidence)))
            return null;
        return new EvidenceQuestion(kind, rows ?? sentence.AllRows, isRecord ? null : sentence.FirstPeriod)
        {
            Number = isRecord ? CommandBinder.RecordNumber(sentence) : null,
            IsLast = !isRecord && sentence.Has(ThatRecord),
            Filters = FilterBinder.Bind(sentence),
            RowsAssumed = rows is null,
            InRows = sentence.CountsRows && !sentence.Has(Remaining),
        };
    }

    /// <summary>One kind that was named; on the walls of task 1 a photo is another one than at a visit.</summary>
    private static EvidenceKind? KindOf(Sentence sentence, RowSet? rows)
    {
        var kinds = sentence.Tokens.Where(token => token.Kind == Family).Select(token => EvidenceVocabulary.KindOf(token.Text)).OfType<EvidenceKind>().Distinct().ToList();
        var isWall = rows is not null && rows.All(row => row.Area.Id == "platform");
        return kinds switch
        {
            [EvidenceKind.WatermarkPhoto] when isWall => EvidenceKind.WallPhoto,
            [var kind] => kind,
            _ => null,
        };
    }
}
