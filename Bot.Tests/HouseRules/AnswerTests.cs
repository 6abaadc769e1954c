using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using StationBot.Answers;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Stations;
using StationBot.Tests.Transcripts;
using StationBot.Tests.Understanding;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Tests.HouseRules;

/// <summary>Whatever a sentence can mean and a button can do has its answer: the compiler can't see that a switch knows every case.</summary>
public sealed partial class AnswerTests
{
    private const int Patience = 1000;
    private static readonly DateOnly Day = new(2024, 9, 18);
    private static readonly StatusQuestion Question = (StatusQuestion)Readers.Read("本月还差几次关爱帮扶");

    private static readonly RowSet Groups = ((StatusQuestion)Readers.Read("小组还差几个")).Rows;

    private static readonly Reading[] Readings =
    [
        .. Enum.GetValues<StatusAsk>().Select(ask => Question with { Ask = ask }),
        Question with { Filters = [new MineFilter()] },
        .. Enum.GetValues<RequestFamily>().Select(family => new OtherRequest(family, null, null)),
        .. Enum.GetValues<RefusalKind>().Select(kind => new Refusal(kind)),
        .. Enum.GetValues<PeopleAsk>().Select(ask => new PeopleQuestion(ask, Question.Rows, null) { Days = 30 }),
        new PersonQuestion("李奶奶", Question.Rows, null),
        new PersonQuestion("李奶奶", Question.Rows, null) { Counted = Question with { Ask = StatusAsk.Count } },
        new LeaveRequest("李奶奶", "去世", null),
        new UploadMark(true),
        new UploadMark(false) { Numbers = [7] },
        new EvidenceQuestion(EvidenceKind.WatermarkPhoto, Question.Rows, null),
        new EvidenceQuestion(null, Question.Rows, Period.Day(Day)) { Number = 7 },
        new EvidenceQuestion(null, Question.Rows, null) { Ask = EvidenceAsk.Ready, RowsAssumed = true },
        .. Enum.GetValues<EvidenceAsk>().Select(ask => new EvidenceQuestion(null, Question.Rows, null) { Ask = ask }),
        .. Enum.GetValues<RuleAsk>().Select(ask => new RuleQuestion(ask, Question.Rows, null)),
        new ExplainQuestion(null),
        new ExplainQuestion(Question),
        .. Enum.GetValues<QualityAsk>().Select(ask => new QualityQuestion(ask, Question.Rows, null)),
        .. Enum.GetValues<AttendanceAsk>().Select(ask => new AttendanceQuestion(ask, Groups, null)),
        new AttendanceQuestion(AttendanceAsk.Sessions, Groups, null) { Person = "李奶奶" },
        new ShowcaseQuestion(Groups, null),
        new ReportQuestion(Question.Rows, null),
        new PictureQuestion(Question.Rows, null),
        new DraftRequest(IsNews: true, 7, null, null),
        new DraftRequest(IsNews: false, null, null, null) { Name = "李奶奶" },
        .. Enum.GetValues<StationsAsk>().Select(ask => new StationsQuestion(ask, Question.Rows, null)),
        .. Enum.GetValues<SettingsAsk>().Select(ask => new SettingsRequest(ask, null)),
        .. Enum.GetValues<SettingsAsk>().Select(ask => new SettingsRequest(ask, Period.Day(Day)) { IsOn = true }),
        .. Enum.GetValues<SettingsAsk>().Select(ask => new SettingsRequest(ask, null) { IsOn = false }),
        new SettingsRequest(SettingsAsk.Digest, null) { Weekday = DayOfWeek.Friday, At = new TimeOnly(22, 0) },
        new Greeting { IsThanks = true },
        new ExportRequest(null, null, true) { IsPack = true },
        new FileRequest(FileAsk.Close, "case", null, null),
        new ExportRequest(null, null, true),
        new ExportRequest(null, Period.Day(Day), false),
        .. Enum.GetValues<ForecastAsk>().Select(ask => new ForecastQuestion(ask, Question.Rows, null) { More = ask == ForecastAsk.WhatIf ? 2 : null }),
        new CompareQuestion(Question.Rows, new Period(Day.AddDays(-60), Day)) { Periods = [Period.MonthOf(Day.AddDays(-30)), Period.MonthOf(Day)] },
        new CompareQuestion(Question.Rows, null) { Sets = [Question.Rows, ((StatusQuestion)Readers.Read("资源链接还差几次")).Rows] },
        .. Enum.GetValues<RankBy>().Select(by => new RankQuestion(by, Question.Rows, null)),
        new DueQuestion(Question.Rows, null),
        new DueQuestion(Question.Rows, Period.Day(Day)) { CountsTrips = true },
        new HelpRequest(),
        new Greeting(),
        new FormRequest("visit", "elder", "care", Day),
        new FormRequest("nothing", null, null, null),
        .. Enum.GetValues<FileAsk>().Select(ask => new FileRequest(ask, "case", "李桂兰", null)),
        new FileRequest(FileAsk.Show, "group", null, 3),
        .. Enum.GetValues<FileFilter>().Select(which => new FileList(which, ((StatusQuestion)Readers.Read("个案还差几个")).Rows, null)),
        new UndoRequest(null),
        new UndoRequest(null) { LastChange = true },
        new UndoRequest(null) { Count = 3 },
        new RestoreRequest(7),
        new EditRequest(7, [new FieldChange(EditField.Mode, "电话")]),
        new HistoryRequest(7),
        new HistoryRequest(7) { IsContents = true },
        .. Enum.GetValues<PersonAsk>().Select(ask => new PersonQuestion("李奶奶", Question.Rows, null) { Ask = ask }),
        .. Enum.GetValues<PersonField>().Select(field => new PersonQuestion("李奶奶", Question.Rows, null) { Field = field }),
        .. Enum.GetValues<RecordsAsk>().Select(ask => new RecordsQuestion(ask, Question.Rows, null) { Keyword = "米面油" }),
        new ResumeRequest(null),
        new DropRequest(),
        new JoinCodeRequest(),
        new JoinWithCode("ABC234"),
        new LooseFilesRequest(),
        new DraftReply([new FieldChange(EditField.Domain, "elder")]),
        .. Enum.GetValues<DraftKind>().Select(kind => new LogDraft(kind, "visit") { Type = "service" }),
        .. Enum.GetValues<ContextAsk>().Select(ask => new ContextQuestion(ask, new Unclear("", "想知道什么？", ["帮助"]))),
        new Unclear("", "要问哪一项？", ["帮助"]),
    ];

    private static IEnumerable<(Type Case, string Verb)> Verbs => typeof(CardAction).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .Select(attribute => (attribute.DerivedType, (string)attribute.TypeDiscriminator!));

    public static TheoryData<string> KnownVerbs => [.. Verbs.Select(verb => verb.Verb).Where(verb => verb != "unknown")];

    [Fact]
    public void Every_case_of_a_reading_is_tried_below() => Assert.Equal(CasesOf(typeof(Reading)), Readings.Select(reading => reading.GetType()).ToHashSet());

    [Fact]
    public async Task Every_reading_has_an_answer()
    {
        await using var app = new StationApp();
        await app.Chat().SetUpAsync();
        var answerer = app.Services.GetRequiredService<Answerer>();
        var who = await app.Services.GetRequiredService<StationStore>().FindMemberAsync("emulator", "u1", CancellationToken.None);
        Assert.NotNull(who);
        foreach (var known in new[] { who, null })
        {
            foreach (var reading in Readings)
            {
                var reply = await answerer.AnswerAsync(TurnOf(app, known), reading, CancellationToken.None);
                Assert.False(string.IsNullOrWhiteSpace(reply.Text), reading.ToString());
            }
        }
    }

    [Fact]
    public void Every_action_has_one_verb()
    {
        Assert.Equal(CasesOf(typeof(CardAction)), Verbs.Select(verb => verb.Case).ToHashSet());
        Assert.Equal(Verbs.Count(), Verbs.Select(verb => verb.Verb).Distinct().Count());
        Assert.Equal(Verbs.Count(), Verbs.Select(verb => verb.Case).Distinct().Count());
    }

    [Theory, MemberData(nameof(KnownVerbs))]
    public async Task Every_verb_has_an_answer(string verb)
    {
        await using var app = new StationApp();
        var chat = app.Chat();
        await chat.SetUpAsync();
        var value = new JsonObject { ["verb"] = verb, ["card"] = "c1", ["form"] = "visit", ["number"] = 1, ["text"] = "帮助" };
        await chat.SendAsync(new JsonObject { ["value"] = value });
        Assert.NotEqual(Replies.UnknownAction.Text, chat.Text);
        Assert.DoesNotContain("出了点问题", chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_verb_in_a_card_is_known()
    {
        var used = Directory.EnumerateFiles(Path.Combine(Repository.Root, "cards"), "*.json").Concat(Repository.Sources("Bot/Answers"))
            .SelectMany(file => VerbUsed().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["verb"].Value)
            .ToHashSet();
        Assert.NotEmpty(used);
        Assert.Empty(used.Except(Verbs.Select(verb => verb.Verb)));
    }

    private static HashSet<Type> CasesOf(Type closed) => [.. closed.Assembly.GetTypes().Where(type => type.IsSubclassOf(closed) && !type.IsAbstract)];

    private static Turn TurnOf(StationApp app, Membership? who) => new()
    {
        Message = new IncomingMessage
        {
            Address = new Address("teams", "emulator", "c"),
            Id = "1",
            From = new Sender("u1"),
            Kind = MessageKind.Text,
        },
        Who = who,
        Now = Day.ToDateTime(new TimeOnly(15, 0)),
        Catalog = app.Services.GetRequiredService<Catalogs>().For(Period.CalendarYear(Day.Year)),
    };

    [GeneratedRegex("""("verb": |\["verb"\] = )"(?<verb>[a-z.]+)"|, "(?<verb>(record|form|person)\.[a-z]+)",""", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex VerbUsed();
}
