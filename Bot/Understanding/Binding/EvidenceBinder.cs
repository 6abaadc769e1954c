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
        if (sentence.Unknown.Length > 0 || sentence.Periods.Count > 1 || sentence.Has(Person, Except, Narrative))
            return null;
        // Records know who did them and how; on whom they bear by list or village, no list of theirs tells.
        if (FilterBinder.Bind(sentence).FirstOrDefault(filter => filter is TagFilter or VillageFilter) is { } narrow)
            return UnclearTexts.CannotNarrow(narrow.Label, [family == RequestFamily.Export ? "导出本月记录" : "哪些记录缺材料"]);
        return family switch
        {
            RequestFamily.Export => BindExport(sentence, rows),
            RequestFamily.Evidence => BindQuestion(sentence, rows),
            _ => null,
        };
    }

    private static ExportRequest? BindExport(Sentence sentence, RowSet? rows)
    {
        if (sentence.Has(Worker, Mode, Mine))
            return null;
        // 养老的服务记录: whatever was done there, and not visits alone.
        if (sentence.First(Form) is { Meaning: Forms.Visit } && !sentence.Has(WordKind.Topic, Row))
            rows = AreasOf(sentence);
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
        var isRecords = sentence.Has(Form) || sentence.Tokens.Any(token => token.Text is "记录" or "明细" or "流水");
        return isLedger || isRecords || rows is not null ? new ExportRequest(rows, sentence.FirstPeriod, isLedger) : null;
    }

    private static EvidenceQuestion? BindQuestion(Sentence sentence, RowSet? rows)
    {
        var kind = KindOf(sentence, rows);
        // 1号的照片齐了吗 is of a day, 1号的材料齐了吗 and 128号还缺啥照片 of a record.
        var isRecord = CommandBinder.RecordNumber(sentence) is > 0 && (kind is null || sentence.Has(ThatRecord) || sentence.Tokens.Any(token => token.Text == "#"));
        if (!sentence.Asks && !sentence.Has(Remaining) && !SaysNone(sentence))
            return null;
        if (sentence.Tokens.Any(token => token is { Kind: AskingFamily } && token.Meaning != nameof(RequestFamily.Evidence) && token.Text is not (['谁', ..] or ['哪', ..])))
            return null;
        var isLast = !isRecord && sentence.Has(ThatRecord);
        var isSaid = rows is not null || SurveysOf(sentence, kind) is not null;
        return new EvidenceQuestion(kind, Meant(sentence, kind, rows) ?? sentence.AllRows, isRecord ? null : sentence.FirstPeriod)
        {
            Number = isRecord ? CommandBinder.RecordNumber(sentence) : null,
            IsLast = isLast,
            Filters = FilterBinder.Bind(sentence),
            RowsAssumed = !isSaid,
            Ask = sentence.CountsRows && !sentence.Has(Remaining) ? EvidenceAsk.Ready
                : !isRecord && !isLast && AsksState(sentence) && (rows is not null || !sentence.EndsWithYesNo) ? EvidenceAsk.OfRows
                : EvidenceAsk.Lacking,
        };
    }

    /// <summary>齐不齐, 够吗, 有哪些: how it stands; 缺哪些, 没照片的: which lack it.</summary>
    private static bool AsksState(Sentence sentence) =>
        !SaysNone(sentence)
        && (sentence.Has(HowMany, What, Remaining) || sentence.EndsWithYesNo || sentence.Tokens.Any(token => token.Kind == AskingFamily))
        && sentence.Tokens.All(token => token.Kind != Remaining || token.Text is ['够', ..] or ['齐', ..] or ['合', ..] or ['达', ..]);

    /// <summary>没照片, 没有领取单, 没传.</summary>
    private static bool SaysNone(Sentence sentence)
    {
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            if (sentence.Tokens[i].Kind != Family)
                continue;
            if (EvidenceVocabulary.IsUploaded(sentence.Tokens[i].Text) == false || (i > 0 && sentence.Tokens[i - 1] is { Kind: YesNo, Text: "没" or "没有" or "未" }))
                return true;
        }

        return false;
    }

    /// <summary>明天就来检查: when it is looked at, and not of which days.</summary>
    public static Period? DaysOfReview(Sentence sentence) =>
        sentence.FirstPeriod is { } said && said.First > DateOnly.FromDateTime(sentence.Context.Now) ? null : sentence.FirstPeriod;

    /// <summary>老人的调查表 is of the surveys of that domain; null where neither rows nor such a kind were said.</summary>
    public static RowSet? Meant(Sentence sentence, EvidenceKind? kind, RowSet? rows) =>
        SurveysOf(sentence, kind) is not { } surveys ? rows
        : rows is null ? surveys
        : !sentence.Has(WordKind.Topic, Row) && surveys.Where(rows.Contains).ToList() is { Count: > 0 } theirs ? rows.Only(theirs)
        : rows;

    /// <summary>调查表: the one kind that only rows of one topic ask for.</summary>
    public static RowSet? SurveysOf(Sentence sentence, EvidenceKind? kind) => kind != EvidenceKind.SurveyForm ? null
        : new RowSet(sentence.Context.Vocabulary.Catalog, sentence.Context.Vocabulary.Catalog.Rows.Where(row => row.Evidence.Any(requirement => requirement.AnyOf.Contains(EvidenceKind.SurveyForm))));

    private static RowSet? AreasOf(Sentence sentence)
    {
        var areas = sentence.Tokens.Where(token => token.Kind == Area).Select(token => token.Meaning).ToHashSet();
        var catalog = sentence.Context.Vocabulary.Catalog;
        return areas.Count == 0 ? null : new RowSet(catalog, catalog.Rows.Where(row => areas.Contains(row.Area.Id)));
    }

    /// <summary>One kind that was named; on the walls of task 1 a photo is another one than at a visit.</summary>
    public static EvidenceKind? KindOf(Sentence sentence, RowSet? rows)
    {
        var kinds = sentence.Tokens.Where(token => token.Kind == Family).Select(token => EvidenceVocabulary.KindOf(token.Text)).OfType<EvidenceKind>().Distinct().ToList();
        var isWall = rows is not null && rows.All(row => row.Area.Id == "platform");
        // 领取单没传: what is not there is the form.
        if (kinds.Count == 2 && SaysNone(sentence))
            kinds.Remove(EvidenceKind.Uploaded);
        return kinds switch
        {
            [EvidenceKind.WatermarkPhoto] when isWall => EvidenceKind.WallPhoto,
            [var kind] => kind,
            _ => null,
        };
    }
}
