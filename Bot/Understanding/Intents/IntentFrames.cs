using StationBot.Indicators;
using StationBot.Understanding.Binding;
using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Intents;

/// <summary>
/// What a sentence means once its intent is known: the rows, days, persons and parts that its words name fill the reading's places.
/// Null where a place that it can't do without stays empty.
/// </summary>
internal static class IntentFrames
{
    private static readonly Dictionary<string, Func<Sentence, RowSet?, Reading?>> Frames = new()
    {
        ["status.remaining"] = (sentence, rows) => Status(sentence, rows, SaysSessions(sentence) ? StatusAsk.SessionsLeft : StatusAsk.Remaining),
        ["status.progress"] = (sentence, rows) => Status(sentence, rows, rows is null || MixesUnits(rows) ? StatusAsk.Progress : SaysSessions(sentence) && sentence.Has(HowMany) ? StatusAsk.SessionsHeld : StatusAsk.Count),
        ["status.overview"] = (sentence, rows) => Status(sentence, rows, StatusAsk.Progress),
        ["status.list_behind"] = (sentence, rows) => Listing(Status(sentence, rows ?? sentence.AllRows, StatusAsk.Remaining), rows is null),
        ["status.list_done"] = (sentence, rows) => Listing(Status(sentence, rows ?? sentence.AllRows, StatusAsk.Progress), rows is null),
        ["status.list_missed_months"] = (sentence, rows) => Each(Status(sentence, rows ?? sentence.AllRows, StatusAsk.Missed)),
        ["status.by_month"] = (sentence, rows) => rows is null ? null : Each(Status(sentence, rows, sentence.Has(Remaining) ? StatusAsk.Remaining : StatusAsk.Count)),
        ["money.sum"] = Money,
        ["count.records"] = (sentence, rows) => Records(sentence, rows, RecordsAsk.Count),
        ["list.records"] = (sentence, rows) => Records(sentence, rows, RecordsAsk.List),
        ["event.detail"] = (sentence, rows) => rows is null ? null : Records(sentence, rows, RecordsAsk.Event),

        ["count.people_served"] = (sentence, rows) => People(sentence, rows, PeopleAsk.Served),
        ["list.people"] = (sentence, rows) => People(sentence, rows, sentence.Periods.Count > 0 || sentence.Has(Did, Mode, Mine) ? PeopleAsk.Reached : PeopleAsk.Listed),
        ["list.people_unvisited"] = (sentence, rows) => People(sentence, rows, rows is not null && rows.Any(row => row.Topic == "revisit") ? PeopleAsk.NotRevisited : PeopleAsk.NotVisited),
        ["list.people_unsurveyed"] = Unsurveyed,
        ["list.people_no_contact"] = (sentence, rows) => People(sentence, rows, PeopleAsk.NotContacted),
        ["list.people_last_contact"] = (sentence, rows) => People(sentence, rows, PeopleAsk.LastContact),
        ["list.people_by_contacts"] = (sentence, rows) => People(sentence, rows, sentence.Text.Contains('少', StringComparison.Ordinal) ? PeopleAsk.LeastMet : PeopleAsk.MostMet),
        ["list.people_no_benefit"] = (sentence, rows) => People(sentence, rows, PeopleAsk.WithoutBenefit),
        ["list.visit_suggestions"] = (sentence, rows) => People(sentence, rows, PeopleAsk.Suggested),
        ["roster.count"] = (sentence, rows) => People(sentence, rows, PeopleAsk.Counted),
        ["roster.overlap"] = (sentence, rows) => People(sentence, rows, PeopleAsk.Overlap),
        ["roster.changes"] = (sentence, rows) => People(sentence, rows, PeopleAsk.Moves),
        ["person.detail"] = (sentence, _) => Person(sentence, null, PersonAsk.Detail),
        ["person.last_contact"] = (sentence, rows) => Person(sentence, rows, PersonAsk.LastContact),
        ["person.timeline"] = (sentence, rows) => Person(sentence, rows, PersonAsk.Timeline),
        ["person.benefits"] = (sentence, _) => Person(sentence, null, PersonAsk.Benefits),
        ["person.needs"] = (sentence, _) => Person(sentence, null, PersonAsk.Needs),

        ["list.missing_evidence"] = (sentence, rows) => Evidence(sentence, rows, EvidenceAsk.Lacking),
        ["list.not_uploaded"] = (sentence, rows) => Evidence(sentence, rows, EvidenceAsk.Lacking) is EvidenceQuestion asked ? asked with { Kind = EvidenceKind.Uploaded } : null,
        ["evidence.of_indicator"] = (sentence, rows) => rows is null ? null : Evidence(sentence, rows, EvidenceAsk.OfRows),
        ["evidence.of_unit"] = (sentence, _) => (Reading?)File(sentence, FileAsk.Evidence) ?? OfRecord(sentence),
        ["assessment.readiness"] = (sentence, rows) => Evidence(sentence, rows, EvidenceAsk.Ready),
        ["assessment.gaps"] = (sentence, rows) => Evidence(sentence, rows, EvidenceAsk.Gaps),

        ["case.detail"] = (sentence, _) => File(sentence, FileAsk.Show),
        ["group.detail"] = (sentence, _) => File(sentence, FileAsk.Show),
        ["case.next"] = (sentence, _) => File(sentence, FileAsk.Next),
        ["case.transfer"] = (sentence, _) => Receiver(sentence) is { } to && File(sentence, FileAsk.HandOver) is { Topic: "case" } file ? file with { To = to } : null,
        ["list.cases"] = (sentence, rows) => Files(sentence, rows, FileWords.FilterIn(sentence.Text)),
        ["list.cases_stalled"] = (sentence, rows) => Files(sentence, rows, FileFilter.Stalled),
        ["group.attendance"] = (sentence, rows) => Attendance(sentence, rows, AttendanceAsk.Sessions),
        ["group.attendance_rank"] = (sentence, rows) => Attendance(sentence, rows, sentence.Text.Contains('少', StringComparison.Ordinal) || sentence.Text.Contains('低', StringComparison.Ordinal) ? AttendanceAsk.Least : AttendanceAsk.Most),
        ["showcase.candidates"] = (sentence, _) => MatterBinder.BindCandidates(sentence),

        ["forecast"] = (sentence, rows) => Forecast(sentence, rows, ForecastAsk.Reach),
        ["forecast.pace"] = (sentence, rows) => Forecast(sentence, rows, ForecastAsk.Pace),
        ["forecast.latest_start"] = (sentence, rows) => Forecast(sentence, rows, ForecastAsk.LatestStart),
        ["forecast.lost"] = (sentence, rows) => Forecast(sentence, rows, ForecastAsk.Lost),
        ["forecast.risk"] = (sentence, rows) => Forecast(sentence, rows, ForecastAsk.Risk),
        ["forecast.whatif"] = ForecastBinder.BindWhatIf,
        ["compare"] = CompareBinder.Bind,
        ["rank"] = (sentence, rows) => RankBinder.Bind(sentence, rows),
        ["rank.workers"] = (sentence, rows) => Single(sentence) ? RankBinder.Of(sentence, rows, RankBy.Worker) : null,
        ["list.due"] = DueBinder.Of,

        ["rule.counting"] = (sentence, _) => RuleBinder.Of(sentence, RuleAsk.Counting),
        ["rule.target"] = (sentence, _) => RuleBinder.Of(sentence, RuleAsk.Target),
        ["rule.evidence"] = (sentence, rows) => rows is null ? RuleBinder.OfEvidence(sentence) : RuleBinder.Of(sentence, RuleAsk.Evidence),
        ["rule.merge"] = (sentence, _) => RuleBinder.Of(sentence, RuleAsk.Merge),
        ["rule.scope"] = (sentence, _) => RuleBinder.Of(sentence, RuleAsk.Scope),
        ["rule.tiers"] = (sentence, _) => RuleBinder.Of(sentence, RuleAsk.Tiers),
        ["rule.backfill"] = (sentence, _) => RuleBinder.Of(sentence, RuleAsk.Backfill),
        ["explain.last"] = (sentence, _) => ExplainBinder.Of(sentence),
        ["quality.late_entries"] = (sentence, _) => QualityBinder.Read(sentence, QualityAsk.LateEntries),
        ["quality.reused_photos"] = (sentence, _) => QualityBinder.Read(sentence, QualityAsk.ReusedPhotos),
        ["report.brief"] = (sentence, rows) => !Single(sentence) ? null : new ReportQuestion(rows ?? sentence.AllRows, sentence.FirstPeriod) { RowsAssumed = rows is null, Filters = FilterBinder.Bind(sentence) },
        ["station.compare"] = (sentence, rows) => Stations(sentence, rows, StationsAsk.Compare),
        ["station.rank"] = (sentence, rows) => Stations(sentence, rows, StationsAsk.Rank),
        ["station.list_behind"] = (sentence, rows) => Stations(sentence, rows, StationsAsk.Behind),
        ["station.not_closed"] = (sentence, rows) => Stations(sentence, rows, StationsAsk.NotClosed),

        ["export.ledger"] = (sentence, rows) => Export(sentence, rows),
        ["export.register"] = (sentence, rows) => Export(sentence, OfTopic(sentence, rows, "register")),
        ["export.assessment_pack"] = (sentence, rows) => Export(sentence, rows) is ExportRequest export ? export with { IsPack = true } : null,
        ["draft.news"] = (sentence, _) => ReportBinder.Draft(sentence, isNews: true),
        ["draft.session_note"] = (sentence, _) => ReportBinder.Draft(sentence, isNews: false),
        ["settings.digest"] = (sentence, _) => SettingsBinder.Of(sentence, SettingsAsk.Digest),
        ["settings.snooze"] = (sentence, _) => SettingsBinder.Of(sentence, SettingsAsk.Snooze),
        ["settings.leave"] = (sentence, _) => SettingsBinder.Of(sentence, SettingsAsk.Leave),
        ["action.mark_uploaded"] = (sentence, _) => UploadBinder.BindMarked(sentence),
        ["action.undo"] = (sentence, _) => CommandBinder.RecordNumber(sentence) == 0 && sentence.Periods.Count == 0 ? new UndoRequest(null) { LastChange = true } : null,
        ["action.void"] = (sentence, _) => NumberOf(sentence) is { } number ? new UndoRequest(number) : RecordBinder.Sought(sentence) is { } sought ? new UndoRequest(null) { Sought = sought } : null,
        ["action.restore"] = (sentence, _) => NumberOf(sentence) is { } number ? new RestoreRequest(number) : sentence.Periods.Count == 0 ? new RestoreRequest(null) : null,
        ["roster.remove"] = (sentence, _) => sentence.Has(WordKind.Person) ? RosterBinder.BindRemoval(sentence) : null,
        ["audit.record"] = (sentence, _) => NumberOf(sentence) is { } number ? new HistoryRequest(number) : sentence.Has(ThatRecord) && sentence.Periods.Count == 0 ? new HistoryRequest(null) : null,
        ["record.detail"] = (sentence, _) => NumberOf(sentence) is { } number ? new HistoryRequest(number) { IsContents = true } : sentence.Has(ThatRecord) && sentence.Periods.Count == 0 ? new HistoryRequest(null) { IsContents = true } : null,

        ["context.followup"] = ContextBinder.Change,
        ["context.filter"] = ContextBinder.Change,
        ["context.more"] = (sentence, _) => ContextBinder.Of(sentence, ContextAsk.More),
        ["context.drilldown"] = (sentence, _) => ContextBinder.Of(sentence, ContextAsk.WhichOnes),
        ["context.pick"] = (sentence, _) => ContextBinder.BindPick(sentence),
        ["context.regroup"] = (sentence, _) => ContextWords.GroupingIn(sentence.Text) is { } grouping ? ContextBinder.Of(sentence, grouping) : null,

        ["help"] = (_, _) => new HelpRequest(),
        ["out_of_scope"] = (_, _) => new Refusal(RefusalKind.OutOfScope),
        ["refuse.fabricate"] = (_, _) => new Refusal(RefusalKind.Fabricate),
        ["refuse.privacy"] = (_, _) => new Refusal(RefusalKind.Privacy),
        ["refuse.unsupported"] = (_, _) => new Refusal(RefusalKind.Unsupported),
    };

    public static Reading? Read(string intent, Sentence sentence)
    {
        var rows = RowBinder.Bind(sentence);
        if (rows is { Count: 0 } || sentence.ExceptedCondition is not null)
            return null;
        return Frames.GetValueOrDefault(intent)?.Invoke(sentence, rows);
    }

    private static bool Single(Sentence sentence) => sentence.Periods.Count < 2;

    private static bool SaysSessions(Sentence sentence) => sentence.IsAbout(RequestFamily.Sessions);

    private static bool MixesUnits(RowSet rows) => rows.Select(row => row.Unit).Distinct().Skip(1).Any();

    private static StatusQuestion? Status(Sentence sentence, RowSet? rows, StatusAsk ask) =>
        sentence.Has(WordKind.Person) ? null : QuestionBinder.BindStatus(sentence, ask, rows) as StatusQuestion;

    private static StatusQuestion? Listing(StatusQuestion? status, bool assumed) => status is null ? null : status with { ListsRows = true, InRows = status.Ask == StatusAsk.Remaining, RowsAssumed = assumed };

    private static StatusQuestion? Each(StatusQuestion? status) => status is null ? null : status with { Each = status.Each ?? Assessment.Month };

    private static StatusQuestion? Money(Sentence sentence, RowSet? rows)
    {
        if (AskBinder.GivesAway(sentence) && (rows is null || !rows.Any(StatusQuestion.IsValued)))
            rows = sentence.AllRows.Only(sentence.AllRows.Where(row => row.Id == "charity.aid"));
        rows ??= AskBinder.RowsOf(sentence, StatusAsk.Money) ?? sentence.AllRows.Only(sentence.AllRows.Where(row => row.Counting == CountingRule.Money));
        return Status(sentence, rows, rows.All(row => row.Counting == CountingRule.Money) ? StatusAsk.Count : StatusAsk.Money);
    }

    private static RecordsQuestion? Records(Sentence sentence, RowSet? rows, RecordsAsk ask) =>
        sentence.Has(WordKind.Person) || !Single(sentence) || Conditions.Unheeded(sentence, StatusAsk.Count).Length > 0 ? null : new RecordsQuestion(ask, rows ?? sentence.AllRows, sentence.FirstPeriod)
        {
            RowsAssumed = rows is null,
            Filters = FilterBinder.Bind(sentence),
        };

    private static Reading? People(Sentence sentence, RowSet? rows, PeopleAsk ask) =>
        sentence.Has(WordKind.Person) ? null : PeopleBinder.Bind(new PeopleSentence(sentence), ask, rows) is { } reading and not Unclear ? reading : null;

    private static Reading? Unsurveyed(Sentence sentence, RowSet? rows) => rows is not null && rows.All(row => row.Id == "charity.needs")
        ? People(sentence, rows, PeopleAsk.WithoutNeeds)
        : People(sentence, OfTopic(sentence, rows, "survey"), PeopleAsk.NotSurveyed);

    /// <summary>The rows of a topic in the tasks that were said, or in all.</summary>
    private static RowSet OfTopic(Sentence sentence, RowSet? rows, string topic)
    {
        var areas = rows?.Select(row => row.Area.Id).ToHashSet();
        return sentence.AllRows.Only(sentence.AllRows.Where(row => row.Topic == topic && (areas is null || areas.Contains(row.Area.Id))));
    }

    private static PersonQuestion? Person(Sentence sentence, RowSet? rows, PersonAsk ask) =>
        PersonNames.WithRest(sentence).Name is not { } name || !Single(sentence) ? null : new PersonQuestion(name, ask == PersonAsk.Benefits ? PersonBinder.Given(sentence) : rows ?? sentence.AllRows, ask == PersonAsk.Detail ? null : sentence.FirstPeriod)
        {
            Ask = ask,
            RowsAssumed = rows is null || ask == PersonAsk.Benefits,
            Keyword = ask == PersonAsk.Benefits ? new PeopleSentence(sentence).Goods : null,
            Filters = ask is PersonAsk.LastContact or PersonAsk.Timeline ? [.. FilterBinder.Bind(sentence).Where(filter => filter is ModeFilter)] : [],
        };

    private static EvidenceQuestion? Evidence(Sentence sentence, RowSet? rows, EvidenceAsk ask)
    {
        if (sentence.Has(WordKind.Person) || !Single(sentence) || FilterBinder.Bind(sentence).Any(filter => filter is TagFilter or VillageFilter))
            return null;
        var kind = EvidenceBinder.KindOf(sentence, rows);
        // 哪次发东西没留新闻稿: of what was given out.
        if (rows is null && AskBinder.GivesAway(sentence))
            rows = PersonBinder.Given(sentence);
        var meant = EvidenceBinder.Meant(sentence, kind, rows);
        var isOfAll = ask is EvidenceAsk.Ready or EvidenceAsk.Gaps;
        var days = isOfAll ? EvidenceBinder.DaysOfReview(sentence) : sentence.FirstPeriod;
        return new EvidenceQuestion(isOfAll ? null : kind, meant ?? sentence.AllRows, days)
        {
            Ask = ask,
            RowsAssumed = meant is null,
            Filters = FilterBinder.Bind(sentence),
        };
    }

    private static EvidenceQuestion? OfRecord(Sentence sentence) =>
        NumberOf(sentence) is { } number ? new EvidenceQuestion(null, sentence.AllRows, null) { Number = number, RowsAssumed = true }
        : sentence.Has(ThatRecord) ? new EvidenceQuestion(null, sentence.AllRows, null) { IsLast = true, RowsAssumed = true }
        : null;

    private static long? NumberOf(Sentence sentence) => sentence.Has(WordKind.Person) ? null : RecordBinder.NumberOf(sentence)?.Number;

    private static FileRequest? File(Sentence sentence, FileAsk ask)
    {
        if (sentence.Tokens.Any(token => token is { Kind: WordKind.Topic, Meaning: "group" }))
            return AttendanceBinder.NameBefore(sentence) is { } group && !sentence.Has(WordKind.Person) ? new FileRequest(ask, "group", group, null) : null;
        return PersonNames.WithRest(sentence).Name is { } name ? new FileRequest(ask, "case", name, null) : null;
    }

    /// <summary>小李 of 以后归小李管; null where several are named.</summary>
    private static string? Receiver(Sentence sentence) => sentence.Tokens.Where(token => token.Kind == Worker).Select(token => token.Typed).Distinct().ToList() is [var only] ? only : null;

    private static FileList? Files(Sentence sentence, RowSet? rows, FileFilter which)
    {
        rows ??= sentence.AllRows.Only(sentence.AllRows.Where(row => row.Topic == "case"));
        if (rows.Any(row => row.Topic is not ("case" or "group")))
            rows = rows.Only(rows.Where(row => row.Topic == "case"));
        return rows.Count == 0 || !Single(sentence) || sentence.Has(WordKind.Person) ? null : new FileList(which, rows, sentence.FirstPeriod)
        {
            Days = which == FileFilter.Stalled ? PeopleSentence.LengthIn(sentence.Text).Days : 0,
            Filters = FilterBinder.Bind(sentence),
        };
    }

    private static AttendanceQuestion? Attendance(Sentence sentence, RowSet? rows, AttendanceAsk ask)
    {
        var groups = OfTopic(sentence, rows, "group");
        var person = sentence.First(WordKind.Person)?.Typed;
        var byGroup = AttendanceBinder.IsOfGroups(sentence.Text);
        return groups.Count == 0 || !Single(sentence) || (byGroup && (person is not null || ask == AttendanceAsk.Sessions)) ? null : new AttendanceQuestion(ask, groups, sentence.FirstPeriod)
        {
            RowsAssumed = rows is null,
            Person = person,
            ByGroup = byGroup,
            Group = byGroup ? null : AttendanceBinder.NameBefore(sentence),
            Session = ask == AttendanceAsk.Sessions && person is null ? AttendanceBinder.SessionIn(sentence) : null,
            Filters = FilterBinder.Bind(sentence),
        };
    }

    private static ForecastQuestion? Forecast(Sentence sentence, RowSet? rows, ForecastAsk ask)
    {
        if (sentence.Has(WordKind.Person) || !Single(sentence))
            return null;
        if (ask == ForecastAsk.LatestStart)
            rows ??= sentence.AllRows.Only(sentence.AllRows.Where(row => row.Counting == CountingRule.Sessions));
        rows ??= ForecastBinder.RowsOfMoney(sentence);
        return new ForecastQuestion(ask, rows ?? sentence.AllRows, ForecastBinder.DaysOf(sentence, ask, rows))
        {
            RowsAssumed = rows is null,
            Every = ForecastBinder.EveryOf(sentence.Text) ?? Every.Month,
            Filters = FilterBinder.Bind(sentence),
        };
    }

    private static StationsQuestion? Stations(Sentence sentence, RowSet? rows, StationsAsk ask) =>
        !Single(sentence) ? null : new StationsQuestion(ask, rows ?? sentence.AllRows, sentence.FirstPeriod) { RowsAssumed = rows is null, Filters = FilterBinder.Bind(sentence) };

    private static ExportRequest? Export(Sentence sentence, RowSet? rows) =>
        sentence.Has(WordKind.Person, Worker, Mode, Mine, Tag, Village) || !Single(sentence) ? null : new ExportRequest(rows, sentence.FirstPeriod, IsLedger: true);
}
