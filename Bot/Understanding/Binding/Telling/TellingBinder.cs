using StationBot.Understanding.Lexicon;
using StationBot.Understanding.Readings;
using StationBot.Understanding.Spans;
using static StationBot.Understanding.Spans.WordKind;

namespace StationBot.Understanding.Binding.Telling;

/// <summary>One message about something that was, or should be, done becomes a draft; what is too little for one is asked back.</summary>
internal static class TellingBinder
{
    private const int MostChoices = 4;

    /// <summary>A deed that is over outweighs one weak cue of <see cref="OrderWords"/>.</summary>
    private const int Over = 2;
    private const int Handed = 4;

    /// <summary>Null where nothing is told: a question, or an order.</summary>
    public static Reading? Bind(Sentence sentence)
    {
        if (!MayTell(sentence) || sentence.Has(WordKind.List) || PointsAtRecord(sentence))
            return null;
        var story = new Story(sentence);
        if (story.Clauses.Count == 0 || story.Asks || OrderWords.Weigh(story.Text) > ToldIn(story) || (AsksPlainly(story) && !TellsOfSomebody(story)))
            return null;
        // 去年下半年培育了几家: so many days are asked about, and not told of.
        if (sentence.Has(HowMany) && !sentence.Has(Person) && sentence.FirstPeriod is { Days: > 7 })
            return null;
        var draft = story.Clauses is [var only] && only.Weight < Weight.Named && TellingWords.ThatMatter.IsMatch(only.Text) ? null : Draft(story);
        if (draft is null)
            return Tells(sentence) ? UnclearTexts.WhatWasDone(sentence, StoryPersons.Read(story, DraftKind.Deed, story.Clauses)) : null;
        // 回访的提醒推迟两天 is no visit.
        if ((!Tells(sentence) && IsBare(story, draft)) || (draft is { Type: RecordKind.Service, Persons.Count: 0 } && sentence.IsAbout(Matter.Leave | Matter.Snooze | Matter.Reminder | Matter.Digest)) || (draft is { Persons.Count: 0, Kind: not DraftKind.Deed } && StoryWords.Reminder.IsMatch(sentence.Text)))
            return null;
        return draft.Kind == DraftKind.Deed && SeveralDeeds(story, draft) is { } deeds ? UnclearTexts.OneDeedAtATime(deeds) : draft;
    }

    /// <summary>Whoever knows what kind of thing is told: its places are filled from the story. Null where nothing in it is such a thing, or more than one is.</summary>
    /// <param name="type">As <see cref="LogDraft.Intent"/> has it.</param>
    /// <param name="mayAsk">Words that sound like a question make it none.</param>
    public static LogDraft? BindAs(Sentence sentence, string type, bool mayAsk)
    {
        var story = new Story(sentence);
        var outcome = OutcomeOf(type);
        if (story.Clauses.Count == 0 || !CanBe(type) || (!mayAsk && story.Asks) || TrapWords.Whether.IsMatch(story.Text) || TrapWords.EndsAsking.IsMatch(story.Text) || (type == RecordKind.Attach && !TellingWords.Attaching.IsMatch(story.Text) && !StoryWords.Pictures.IsMatch(story.Text) && !story.Clauses.Any(clause => clause.IsOver)))
            return null;
        var told = Told(story, outcome);
        var persons = StoryPersons.Read(story, outcome, told);
        // 今天给她打了电话: who that is must be asked.
        if (RecordKind.Of(type)?.Type == RecordKind.Service && persons.Count == 0 && StoryWords.ToWhom.IsMatch(story.Text))
            return null;
        if (!HasItsNoun(story, type, persons.Count > 0))
            return null;
        var kind = KindOf(story, told, string.Join('，', told.Select(clause => clause.Text)), persons);
        var wanted = outcome == DraftKind.Cancelled ? RecordKind.Of(RecordKind.GroupSession)! : RecordKind.Of(type) ?? kind ?? RecordKind.Of(RecordKind.Service)!;
        if (kind?.Type != wanted.Type)
            kind = wanted.Type switch
            {
                RecordKind.Service => wanted with { Topic = ServiceTopic.Read(story) },
                RecordKind.Platform => wanted with { Topic = RecordKind.PlatformRows(story) },
                _ => wanted,
            };
        var draft = Fill(story, kind, outcome, told, persons, StoryDays.Read(story, outcome, told));
        return outcome == DraftKind.Deed && SeveralDeeds(story, draft) is not null ? null : draft;
    }

    /// <summary>No group is called off where none is named, nothing given out that isn't said, and no organisation active where one person is told of.</summary>
    private static bool HasItsNoun(Story story, string type, bool hasPersons) => type switch
    {
        LogDraft.GroupCancelled => TellingWords.Group.IsMatch(story.Text) || TellingWords.SomeSession.IsMatch(story.Text) || TellingWords.Session.IsMatch(story.Text) || TellingWords.Activity.IsMatch(story.Text),
        RecordKind.Distribution => story.Masked(story.Text) is var text && (TellingWords.GoodsNamed.IsMatch(text) || StoryNumbers.MoneyOf(text, null) is not null || TellingWords.GivenAway.IsMatch(text)),
        RecordKind.Activity or RecordKind.Organisation => !hasPersons || story.Clauses.All(clause => clause.Weight < Weight.Concrete),
        _ => true,
    };

    /// <summary>Whether such a thing is told, and not asked or ordered.</summary>
    public static bool CanBe(string type) => OutcomeOf(type) != DraftKind.Deed || RecordKind.Of(type) is not null;

    /// <summary>Such a thing was done, and counts once it is confirmed.</summary>
    public static bool IsDeed(string type) => OutcomeOf(type) == DraftKind.Deed && RecordKind.Of(type) is not null;

    private static DraftKind OutcomeOf(string type) => type switch
    {
        "attempt" => DraftKind.Attempt,
        "plan" => DraftKind.Plan,
        "hearsay" => DraftKind.Hearsay,
        LogDraft.GroupCancelled => DraftKind.Cancelled,
        _ => DraftKind.Deed,
    };

    /// <summary>What speaks for a story: something that is over, what it was, and its day. A file that is handed in outweighs what it is called.</summary>
    private static int ToldIn(Story story)
    {
        var handed = TellingWords.Attaching.IsMatch(story.Text) ? Handed : 0;
        var over = story.Clauses.Where(clause => clause.Mood != Mood.Asked && StoryWords.Past.IsMatch(clause.Text)).ToList();
        return over.Count == 0 ? handed : handed + Over + (over.Exists(clause => clause.Weight > Weight.None) ? 1 : 0) + (story.Sentence.Periods is [{ Period.Days: 1 }] ? 1 : 0);
    }

    /// <summary>本月关爱帮扶: a service's name with nobody and nothing done.</summary>
    private static bool IsBare(Story story, LogDraft draft) =>
        draft is { Type: RecordKind.GroupSession, Kind: DraftKind.Deed, Session: null, People: null, Absent: null } ? !story.Clauses.Any(clause => clause.IsOver)
        : draft is { Type: RecordKind.Service, Persons.Count: 0, People: null } && !(draft.Kind == DraftKind.Plan && draft.Days.Count > 0) && !story.Clauses.Any(clause => clause.Deeds.Any(deed => deed.Weight is Weight.Concrete));

    /// <summary>Plain questions hold none of these.</summary>
    private static bool MayTell(Sentence sentence) =>
        sentence.Has(Narrative, Did, Form, FormVerb, Unknown, Person) || (sentence.Has(Number) && sentence.Has(Topic, Row, Mode));

    /// <summary>把李奶奶那条改成电话 is about a record, and 导出李奶奶的记录 an order.</summary>
    private static bool PointsAtRecord(Sentence sentence) =>
        (StoryWords.Changes.IsMatch(sentence.Text) && !StoryWords.Past.IsMatch(sentence.Text) && sentence.Has(Person, Unknown) && !TrapWords.CalledOff.IsMatch(sentence.Text)) || (sentence.First(Undo, Restore) is { } undo && !sentence.Has(Narrative) && !IsTold(sentence, undo)) || (sentence.Has(ThatRecord) && (sentence.Has(Order, Undo, Restore) || sentence.Tokens.Any(token => token.Kind == Family && EvidenceVocabulary.IsUploaded(token.Text) is not null)))
        || sentence.First(Order) is { Meaning: nameof(RequestFamily.Export) } order && !StoryWords.Past.IsMatch(sentence.Text) && !sentence.Has(Narrative);

    /// <summary>手工小组取消, 人没回来先撤了: no record is taken back.</summary>
    private static bool IsTold(Sentence sentence, Token undo) => !sentence.Has(ThatRecord)
        && ((undo.Meaning == CommandWords.WithRecord && (TellingWords.Group.IsMatch(sentence.Text) || TellingWords.SomeSession.IsMatch(sentence.Text)))
            || (undo.Text.Length == 1 && sentence.Has(Person) && TrapWords.Failed.IsMatch(sentence.Text)));

    /// <summary>A verb of doing; a form's name with more than a form's fields; a person or a number with what was done.</summary>
    private static bool Tells(Sentence sentence) =>
        sentence.Tells
        || sentence.Has(Form, FormVerb)
        || (sentence.Has(Person, Number) && sentence.Has(Topic, Row, Mode) && !sentence.Has(Family, AskingFamily));

    /// <summary>Words like 几个 or 情况 beside somebody to whom something was done make no question.</summary>
    private static bool TellsOfSomebody(Story story) =>
        IsRecord(story) || (TellingWords.Attached.IsMatch(story.Text) && TellingWords.Attaching.IsMatch(story.Text) && !story.Has(Mood.Asked)) || (story.Sentence.Has(Form, FormVerb) && story.Sentence.Has(Person) && !story.Sentence.EndsWithYesNo) || story.Clauses.Any(clause => clause.Mood != Mood.Asked && (clause.Weight > Weight.None ? clause.IsOver || clause.Of(Person).Any() || (story.Sentence.Has(Person) && story.Sentence.Periods is [{ Period.Days: 1 }]) : clause.IsOver && clause.Of(Person).Any()));

    /// <summary>第二次活动，实到6人, 活动室不适用: needs nobody to be named.</summary>
    private static bool IsRecord(Story story)
    {
        var text = story.TextOf(clause => clause.Mood != Mood.Asked);
        return RecordKind.Read(story, text, hasPersons: false) is not null
            && (story.Clauses.Any(clause => clause is { Mood: not Mood.Asked, IsOver: true }) || story.Has(Mood.CalledOff) || TellingWords.NotApplicable.IsMatch(text) || (StoryNumbers.SessionIn(text) is not null && !story.Has(Mood.Asked)));
    }

    /// <summary>As <see cref="Sentence.Asks"/>, but for words that only sound like one (集中, 几种).</summary>
    private static bool AsksPlainly(Story story) =>
        story.Words.Index().Any(word => word.Item.Token.Kind is Remaining or HowMany or What or Each or WhichMonths or Progress or AskingFamily && !IsExcused(story, word.Index)) || (story.Sentence.EndsWithYesNo && story.Clauses.Count(clause => clause.EndsSentence) == 1 && !TrapWords.NoQuestion.IsMatch(story.Clauses[^1].Text));

    /// <summary>哪天记不清了, 问了问最近咋样, 问卷是她监护人签的, 一节数学, 第一节嘛: such words ask nothing there.</summary>
    private static bool IsExcused(Story story, int at)
    {
        var word = story.Words[at];
        if (word.Token.Text == TrapWords.Particle && at > 0 && story.Words[at - 1].Token.Text != TrapWords.ToDo)
            return true;
        if (word.Token.Kind == AskingFamily && at > 0 && story.Words[at - 1].Token.Kind == Number)
            return true;
        if (PeopleWords.ClueOf(word.Token) is { } clue && at + 1 < story.Words.Count && (clue is PeopleClue.Guardian or PeopleClue.Roster || (clue is PeopleClue.Born or PeopleClue.Home or PeopleClue.Needs && story.Clauses.Any(clause => clause.IsOver && clause.Mood != Mood.Asked))))
            return true;
        var clause = story.Clauses.FirstOrDefault(clause => clause.Start <= word.Start && clause.Start + clause.Text.Length >= word.End);
        return clause is not null && (TrapWords.NoQuestion.IsMatch(clause.Text) || MoodReader.IsSpeech(clause.Text, word.Start - clause.Start));
    }

    /// <summary>Null where no kind of record is told.</summary>
    private static LogDraft? Draft(Story story)
    {
        var outcome = MoodReader.KindOf(story);
        var told = Told(story, outcome);
        var all = string.Join('，', told.Select(clause => clause.Text));
        var persons = StoryPersons.Read(story, outcome, told);
        var kind = KindOf(story, told, all, persons);
        if (kind is null)
        {
            // 听说李桂兰住院了, 今天没去成: about somebody, though nothing was done.
            if (outcome == DraftKind.Deed || persons.Count == 0)
                return null;
            kind = new RecordKind(RecordKind.Service, Forms.Visit, null, ServiceTopic.Read(story));
        }

        var days = StoryDays.Read(story, outcome, told);
        if (outcome == DraftKind.Deed && !told.Any(clause => clause.IsOver) && StoryDays.IsStillToCome(days, story.Sentence.Context.Now))
            outcome = DraftKind.Plan;
        // 8月26日…想找活干: what was to come on a day that is over was done, or it would be said.
        else if (outcome == DraftKind.Plan && !days.IsAssumed && days.Days.Count > 0 && days.Days.All(day => day < story.Today) && !TrapWords.Meant.IsMatch(story.Text))
            outcome = DraftKind.Deed;
        return Fill(story, kind, outcome, told, persons, days);
    }

    private static LogDraft Fill(Story story, RecordKind kind, DraftKind outcome, IReadOnlyList<Clause> told, IReadOnlyList<string> persons, StoryDays days)
    {
        var text = string.Join('，', told.Select(clause => clause.Text));
        var whole = story.TextOf(clause => told.Contains(clause) || clause.Mood is not (Mood.Said or Mood.Asked or Mood.Planned));
        var isService = kind.Type is RecordKind.Service or RecordKind.Survey;
        var named = (kind.IsGroup && kind.Type != RecordKind.GroupOpen) || kind.Type is RecordKind.Backbone or RecordKind.Staff ? [] : persons;
        var said = StoryWords.Pictures.Replace(story.Text, "");
        // 王五三户: the name's last character is no number.
        var counted = persons.Aggregate(story.Masked(whole), (text, name) => text.Replace(name, new string('\u0001', name.Length), StringComparison.Ordinal));
        var people = outcome == DraftKind.Deed && story.Has(Mood.Failed) ? null : StoryNumbers.PeopleIn(counted, countsSheets: kind.Type is RecordKind.Survey or RecordKind.Needs, countsHomes: persons.Count == 0) ?? (kind.Type == RecordKind.Distribution && persons.Count > 1 ? persons.Count : null);
        var isBatch = isService && (named.Count > 1 || people > 1 || days.Days.Count > 1 || StoryWords.ManyPeople.IsMatch(counted));
        var name = kind.Type == RecordKind.Staff ? StoryPersons.WorkerOf(story) ?? (TellingWords.StaffNamed.Match(story.Text) is { Success: true } staff ? staff.Groups["name"].Value : null) : StoryNames.Read(story, kind, story.TextOf(clause => clause.Mood is not (Mood.Said or Mood.Asked)));
        var areas = story.Clauses.Where(clause => clause.Mood != Mood.Asked || told.Contains(clause)).SelectMany(clause => clause.Of(Area)).Select(word => word.Token.Meaning).Distinct().ToList();
        var draft = new LogDraft(outcome, kind.Form)
        {
            Type = outcome == DraftKind.Cancelled && kind.IsGroup ? LogDraft.GroupCancelled : isBatch ? kind.Type + "_batch" : kind.Type,
            Topic = kind.Topic,
            // A file is of the day that was said, and else of the record that it is bound to.
            Days = kind.Type == RecordKind.Attach && days.IsAssumed ? [] : days.Days,
            IsDayAssumed = kind.Type != RecordKind.Attach && days.IsAssumed,
            PartOfDay = days.PartOfDay,
            Next = days.Next,
            Persons = named,
            Worker = kind.Type == RecordKind.Staff ? null : StoryPersons.WorkerOf(story),
            Mode = kind.IsGroup && kind.Type == RecordKind.GroupSession ? StoryWords.Together : isService || kind.IsCase ? ModeIn(text) ?? ModeIn(story.TextOf(clause => clause.Mood == Mood.Deed)) ?? AtHome(story, told) : null,
            Fen = kind.IsCharity ? StoryNumbers.MoneyOf(counted, people) : null,
            IsInKind = kind.Type is RecordKind.Fundraising or RecordKind.Either && TellingWords.GoodsNamed.IsMatch(counted),
            Goods = kind.IsCharity && kind.Type is RecordKind.Fundraising or RecordKind.Either or RecordKind.Distribution ? GoodsIn(counted) : null,
            People = kind.Type is RecordKind.GroupOpen or RecordKind.Fund or RecordKind.Fundraising or RecordKind.Either or RecordKind.Platform or RecordKind.Staff || kind.IsCase ? null : kind.Type == RecordKind.Backbone && name is not null ? people ?? 1 : people,
            Absent = kind.IsGroup ? StoryNumbers.AbsentIn(whole) : null,
            Session = (kind.IsCase || kind.IsGroup) && kind.Type is not (RecordKind.GroupOpen or RecordKind.CaseOpen) ? StoryNumbers.SessionIn(whole.Length > 0 ? whole : story.Text) ?? StoryNumbers.SessionIn(text) : null,
            Minutes = StoryNumbers.MinutesIn(whole),
            Name = name,
            Fund = kind.Type == RecordKind.Fundraising ? StoryNames.FundOf(whole) : null,
            Sponsor = kind.Type == RecordKind.Either ? name : kind.Type == RecordKind.Distribution ? StoryNames.SponsorOf(story, whole) : null,
            Content = StoryContent.Read(story, persons, outcome == DraftKind.Deed),
            Evidence = [.. StoryWords.Evidence.Where(pair => pair.Words.Any(word => said.Contains(word, StringComparison.Ordinal))).Select(pair => pair.Kind)],
            Corrections = story.Corrections,
        };
        draft = draft with { Area = kind.Area ?? AreaOf(story, draft, areas) };
        // 走访了张三: which service a bare visit was is asked.
        return kind.Type == RecordKind.Service && outcome == DraftKind.Deed && !ServiceTopic.IsNamed(story) && draft.Mode is not (StoryWords.Phone or StoryWords.Video) && StoryContent.IsBare(story, persons) ? draft with { Topic = null } : draft;
    }

    /// <summary>The clauses that the outcome rests on.</summary>
    private static List<Clause> Told(Story story, DraftKind outcome)
    {
        var told = story.Clauses.Where((clause, at) => outcome switch
        {
            DraftKind.Deed => MoodReader.IsDone(story.Clauses, at),
            DraftKind.Plan => clause.Mood is Mood.Planned or Mood.Deed,
            DraftKind.Attempt => clause.Mood is Mood.Failed or Mood.Deed,
            DraftKind.Cancelled => clause.Mood is Mood.CalledOff or Mood.Deed,
            _ => clause.Mood is Mood.Hearsay or Mood.Deed,
        }).ToList();
        // 昨天没去成，今天补上了: what is told by others than those that say it wasn't done.
        if (told.Count == 0 && outcome == DraftKind.Deed)
            told = [.. story.Clauses.Where(clause => !MoodReader.IsTrap(clause.Mood))];
        return told.Count > 0 ? told : [.. story.Clauses];
    }

    private static RecordKind? KindOf(Story story, List<Clause> told, string text, IReadOnlyList<string> persons)
    {
        // What is given as evidence is named where nothing else is.
        var beside = story.TextOf(clause => clause.Mood is Mood.Evidence or Mood.Deed or Mood.Failed or Mood.CalledOff or Mood.Planned && !told.Contains(clause));
        if (TellingWords.Pointed.IsMatch(story.Text))
            return new(RecordKind.Attach, null, null, null);
        if (RecordKind.Read(story, story.Masked(text, quotations: false), persons.Count > 0) is { } kind)
            return kind;
        var weight = told.Max(clause => clause.Weight);
        var isVisit = told.Any(clause => clause.Words.Any(word => word.Token is { Kind: Topic or Did, Meaning: "link+care+revisit" })) || StoryWords.Modes.Any(mode => mode.Mode != StoryWords.Together && mode.Pattern.IsMatch(text));
        if (weight < Weight.Weak && TellingWords.Attached.IsMatch(story.Text) && TellingWords.Attaching.IsMatch(story.Text))
            return new(RecordKind.Attach, null, null, null);
        if (weight == Weight.None && (ModeIn(text) ?? ModeIn(story.TextOf(clause => clause.Mood == Mood.Failed))) is StoryWords.Phone or StoryWords.Video)
            weight = Weight.Contact;
        if (weight == Weight.None && !isVisit)
            return RecordKind.Read(story, story.Masked(beside, quotations: false), persons.Count > 0);
        var about = persons.Count > 0 || weight is Weight.Named || story.Words.Any(word => word.Token.Kind is Area or Tag or Topic or Did && word.Token.Meaning.Length > 0);
        // 给强子打了个电话: who that is must be asked.
        about |= weight > Weight.None && told.Any(clause => clause.IsOver && clause.Weight > Weight.None) && ModeIn(text) is not null && !StoryWords.ToWhom.IsMatch(text);
        return about || StoryNumbers.PeopleIn(text, countsSheets: false) is not null ? new(RecordKind.Service, Forms.Visit, null, ServiceTopic.Read(story)) : null;
    }

    /// <summary>What was said, unless the persons stand on other lists: a pension (低保) may be what was talked about.</summary>
    private static string? AreaOf(Story story, LogDraft draft, List<string> said)
    {
        var catalog = story.Sentence.Context.Vocabulary.Catalog;
        var domains = said.Where(area => catalog.Domains.Any(domain => domain.Id == area)).ToList();
        if (domains.Count == 0 && draft.Topic == "group")
            return StoryWords.GroupAreas.FirstOrDefault(group => group.Pattern.IsMatch(story.Text)).Area;
        if (domains is not [var only])
            return null;
        var names = story.Sentence.Context.Names;
        var listed = draft.Persons.SelectMany(name => names?.Find(name, story.Today) ?? []).SelectMany(person => person.Areas).ToHashSet();
        return listed.Count == 0 || listed.Contains(only) ? only : null;
    }

    private static string? ModeIn(string text) =>
        StoryWords.Modes.FirstOrDefault(mode => mode.Pattern.IsMatch(text)).Mode is { } mode
        && !(mode is StoryWords.Visit && StoryWords.Elsewhere.IsMatch(text) && !StoryWords.PlainlyAtHome.IsMatch(text)) ? mode : null;

    /// <summary>张广才家 关爱: the name and the place say it.</summary>
    private static string? AtHome(Story story, IReadOnlyList<Clause> told) =>
        story.Clauses.Where(clause => clause.Mood == Mood.Deed || told.Contains(clause)).Any(clause => clause.Of(Person).Any(person => StoryWords.HomeBehind.IsMatch(story.Text[person.End..(clause.Start + clause.Text.Length)]))) ? StoryWords.Visit : null;

    private static string? GoodsIn(string text)
    {
        var goods = TellingWords.GoodsCounted.Matches(text).Select(match => match.Value).Distinct().ToList();
        return goods.Count == 0 ? null : string.Join('、', goods);
    }

    /// <summary>
    /// Two records that each stand in sentences of their own: 上午给张三打电话，下午开了手工小组. What has neither persons nor a kind of its own
    /// is a part of what stands before it. Null when there is one.
    /// </summary>
    private static List<string>? SeveralDeeds(Story story, LogDraft whole)
    {
        if (whole.Type is RecordKind.Attach || story.Clauses.Count < 2)
            return null;
        var parts = new List<(string Text, LogDraft Draft)>();
        foreach (var clause in story.Clauses.Where((clause, at) => MoodReader.IsDone(story.Clauses, at)))
        {
            if (parts.Count > 0 && GoesOn(clause))
                continue;
            var part = new Story(Again(story.Sentence, clause.Text));
            if (part.Clauses.Count != 1 || Draft(part) is not { Kind: DraftKind.Deed } draft || draft.Type == RecordKind.Attach)
                continue;
            if (parts.Count == 0 || IsAnother(parts[^1].Draft, draft))
                parts.Add((Choice(clause.Text), draft));
        }

        return parts.Count > 1 ? [.. parts.Select(part => part.Text).Take(MostChoices)] : null;
    }

    /// <summary>第五节, 叫“夕阳红”: nothing is done in it that could be another deed.</summary>
    private static bool GoesOn(Clause clause) =>
        TellingWords.GoesOn.IsMatch(clause.Text) || (!clause.IsOver && clause.Weight == Weight.None && !clause.Words.Any(word => word.Token.Kind is Did or Narrative or FormVerb or Mode or Person or Topic or Row));

    private static bool IsAnother(LogDraft before, LogDraft draft)
    {
        var hasOthers = draft.Persons.Count > 0 && before.Persons.Count > 0 && draft.Persons.Except(before.Persons).Any();
        var kinds = (Kind(before), Kind(draft));
        if (kinds.Item1 == kinds.Item2)
            return kinds.Item1 == RecordKind.Service && hasOthers && (draft.Topic != before.Topic || draft.Mode != before.Mode) && draft.Topic is not null && before.Topic is not null;
        if (before.Topic == "case" && draft is { Topic: "case", Persons.Count: 0 })
            return false;
        // 慰问了10户，每户发500元: what was given to those who were seen.
        if (kinds is { Item1: RecordKind.Service, Item2: RecordKind.Distribution or RecordKind.Survey or RecordKind.CaseSession } && !hasOthers && draft.People is null)
            return false;
        // 个案 and 小组 are what is done in them; a service without somebody of its own is a part of what it is told beside.
        return kinds.Item2 == RecordKind.Service ? hasOthers || (before.Persons.Count == 0 && draft.Persons.Count > 0) : (kinds.Item1, kinds.Item2) is not ((RecordKind.Survey, RecordKind.Needs) or (RecordKind.Project or RecordKind.Fund or RecordKind.Promo or RecordKind.Activity, RecordKind.Fundraising) or (RecordKind.Fundraising, RecordKind.Fund) or (RecordKind.Organisation, RecordKind.Activity) or (RecordKind.Promo, RecordKind.Distribution) or (RecordKind.Fundraising, RecordKind.Either) or (RecordKind.Either, RecordKind.Fundraising));

        static string Kind(LogDraft draft) => draft.Type.EndsWith("_batch", StringComparison.Ordinal) && draft.Type != RecordKind.Needs ? draft.Type[..^"_batch".Length] : draft.Type;
    }

    private static Sentence Again(Sentence sentence, string text)
    {
        var normalised = NormalisedText.Of(text);
        return new Sentence(normalised, Scanner.Scan(normalised, sentence.Context), sentence.Context);
    }

    private static string Choice(string text) => StoryWords.Connectors.Replace(text, "");
}
