using System.Globalization;
using StationBot.Records.Files;

namespace StationBot.Tests.Records;

/// <summary>
/// The life of a file as a table. Steps stand as <c>day kind</c> in the order in which they were entered: open, session, close, reopen, to=小张;
/// a session may add its told place (s4), its stage and its next date. Days are of September 2024.
/// </summary>
public sealed class FileLifeTests
{
    [Theory]
    [InlineData("1 open", FileStage.Intake)]
    [InlineData("1 open; 2 s", FileStage.Assessment)]
    [InlineData("1 open; 2 s; 3 s", FileStage.Planning)]
    [InlineData("1 open; 2 s; 3 s; 4 s", FileStage.Intervention)]
    [InlineData("1 open; 2 s; 3 s; 4 s; 5 s", FileStage.Intervention)]
    [InlineData("1 open; 2 s; 3 s; 4 s; 5 s; 6 s", FileStage.Evaluation)]
    [InlineData("1 open; 2 s Intervention; 3 s", FileStage.Intervention)]
    [InlineData("1 open; 2 s Evaluation; 3 s Planning", FileStage.Planning)]
    [InlineData("1 open; 3 s Evaluation; 2 s", FileStage.Evaluation)]
    [InlineData("1 open; 2 s; 5 close", FileStage.Closure)]
    [InlineData("1 open; 2 s; 5 close; 6 reopen", FileStage.Assessment)]
    [InlineData("1 s4", FileStage.Intervention)]
    public void The_stage_is_the_last_session_s(string steps, FileStage stage) => Assert.Equal(stage, Life(steps).Stage);

    [Theory]
    [InlineData("1 open", FileStage.Assessment)]
    [InlineData("1 open; 2 s", FileStage.Planning)]
    [InlineData("1 open; 2 s Evaluation", FileStage.Evaluation)]
    [InlineData("1 open; 2 s; 3 s; 4 s; 5 s", FileStage.Evaluation)]
    public void A_new_session_is_taken_for_the_next_stage(string steps, FileStage stage) => Assert.Equal(stage, Life(steps).NextStage);

    [Theory]
    [InlineData("1 open", "", 1)]
    [InlineData("1 open; 2 s; 3 s; 4 s", "1 2 3", 4)]
    [InlineData("1 open; 4 s; 2 s; 3 s", "1 2 3", 4)]
    [InlineData("2 s; 2 s", "1 2", 3)]
    [InlineData("2 s4; 3 s", "4 5", 6)]
    [InlineData("2 s; 3 s3; 4 s", "1 3 4", 5)]
    [InlineData("2 s3; 3 s1; 4 s", "3 1 4", 5)]
    public void Sessions_are_numbered_by_their_days_unless_an_import_tells(string steps, string places, int next)
    {
        var life = Life(steps);
        Assert.Equal(places, string.Join(' ', life.Sessions.Select(session => session.Place)));
        Assert.Equal(next, life.NextPlace);
    }

    [Theory]
    [InlineData("1 open", 14, false)]
    [InlineData("1 open", 15, true)]
    [InlineData("1 open; 2 s", 15, false)]
    [InlineData("1 open; 2 s", 16, true)]
    [InlineData("1 open; 2 s; 10 to=小张", 16, true)]
    [InlineData("1 open; 2 s; 10 close", 30, false)]
    [InlineData("1 open; 2 s; 3 close; 10 reopen", 23, false)]
    [InlineData("1 open; 2 s; 3 close; 10 reopen", 24, true)]
    [InlineData("9 open; 2 s", 22, false)]
    public void Fourteen_days_without_a_session_are_silence(string steps, int today, bool isStalled) => Assert.Equal(isStalled, Life(steps).IsStalled(Day(today)));

    [Theory]
    [InlineData("1 open; 2 s", 5, null)]
    [InlineData("1 open; 2 s >9", 5, -4)]
    [InlineData("1 open; 2 s >9", 9, 0)]
    [InlineData("1 open; 2 s >9", 11, 2)]
    [InlineData("1 open; 2 s >9; 9 s", 11, null)]
    [InlineData("1 open; 9 s >20; 2 s >9", 11, -9)]
    [InlineData("1 open; 2 s >9; 5 close", 11, null)]
    [InlineData("1 open; 2 s >9; 5 close; 6 reopen", 11, 2)]
    public void The_next_date_is_the_last_session_s(string steps, int today, int? overdue) => Assert.Equal(overdue, Life(steps).DaysOverdue(Day(today)));

    [Theory]
    [InlineData("1 open; 2 s", "小王", null)]
    [InlineData("1 open; 3 to=小张", "小张", "小王")]
    [InlineData("1 open; 3 to=小张; 5 to=小李", "小李", "小张")]
    [InlineData("1 open; 5 to=小李; 3 to=小张", "小李", "小张")]
    [InlineData("2 s", "小王", null)]
    public void The_worker_is_who_opened_it_until_it_is_handed_over(string steps, string worker, string? before) =>
        Assert.Equal((worker, before), (Life(steps).Worker, Life(steps).WorkerBefore));

    [Theory]
    [InlineData("1 open; 5 close; 6 reopen; 7 close", 7)]
    [InlineData("1 open; 5 close; 5 reopen", null)]
    [InlineData("1 open; 5 reopen; 5 close", 5)]
    [InlineData("1 open; 5 close; 6 close", 6)]
    public void What_came_last_closes_or_opens(string steps, int? closed) => Assert.Equal(closed is { } day ? Day(day) : null, Life(steps).Closed);

    [Fact]
    public void Nothing_left_is_no_file() => Assert.Null(FileLife.Of([]));

    private static FileLife Life(string steps) => FileLife.Of(steps.Split("; ").Select((step, i) => Step(i + 1, step.Split(' '))))!;

    private static FileStep Step(long number, string[] words) => new()
    {
        Number = number,
        Date = Day(int.Parse(words[0], CultureInfo.InvariantCulture)),
        Author = "小王",
        Kind = words[1] switch
        {
            "open" => FileStepKind.Opened,
            "close" => FileStepKind.Closed,
            "reopen" => FileStepKind.Reopened,
            ['s', ..] => FileStepKind.Session,
            _ => FileStepKind.HandedOver,
        },
        ToldPlace = words[1] is ['s', .. { Length: > 0 } place] ? int.Parse(place, CultureInfo.InvariantCulture) : null,
        To = words[1] is ['t', 'o', '=', .. var to] ? to : null,
        Stage = words.Skip(2).Where(word => word[0] != '>').Select(Enum.Parse<FileStage>).Select(stage => (FileStage?)stage).FirstOrDefault(),
        Next = words.Skip(2).Where(word => word[0] == '>').Select(word => (DateOnly?)Day(int.Parse(word[1..], CultureInfo.InvariantCulture))).FirstOrDefault(),
    };

    private static DateOnly Day(int day) => new(2024, 9, day);
}
