using System.Diagnostics;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Evidence;
using StationBot.Understanding;

namespace StationBot.Answers;

/// <summary>What is said about files.</summary>
internal static class FileTexts
{
    /// <summary>A camera's clock, and a visit that lasts past midnight.</summary>
    private const int DaysApart = 1;

    /// <summary>2 张照片, 1 个文件, 2 张照片和 1 个文件.</summary>
    public static string Count(IReadOnlyList<Attachment> files)
    {
        var pictures = files.Count(file => file.Type.IsPicture);
        return (pictures, files.Count - pictures) switch
        {
            (var some, 0) => $"{some} 张照片",
            (0, var others) => $"{others} 个文件",
            var (some, others) => $"{some} 张照片和 {others} 个文件",
        };
    }

    /// <returns>Empty when there is none.</returns>
    public static string Problems(IEnumerable<IncomingFile> files, string most) => string.Join('\n', files
        .Where(file => file.Hash is null)
        .GroupBy(file => file.Problem ?? FileProblem.NotFetched)
        .Select(group => Problem(group.Key, [.. group], most)));

    public static string NoRecord(IReadOnlyList<Attachment> files, FileNote note) =>
        $"收到 {Count(files)}，先放着：{When(note)}没有缺{(note.Kind is { } kind ? EvidenceName.Of(kind) : "照片或材料")}的记录。"
        + "先记服务，保存后点回执上的“归入”；要补给以前的记录，发的时候写上编号，例如“这是128号的照片”。";

    public static string Join(string text, string more) => more.Length == 0 ? text : $"{text}\n{more}";

    public static IReadOnlyList<string> Warnings(Bound.Done done, StationRecord record)
    {
        var warnings = new List<string>();
        foreach (var used in done.UsedOn.GroupBy(pair => pair.Value))
        {
            warnings.Add($"{(used.Count() == 1 ? "这张照片（文件）" : $"其中 {used.Count()} 个文件")}已经用在 #{used.Key} 上，请确认没有发错");
        }

        var taken = done.Files.Where(file => file.Taken is { } at && Math.Abs(Days(at, record)) > DaysApart).Select(file => file.Taken!.Value).Distinct().ToList();
        if (taken is [var first, ..])
        {
            warnings.Add($"照片拍摄于 {PeriodName.Of(Period.Day(DateOnly.FromDateTime(first)))}，和服务日期 {PeriodName.Of(Period.Day(record.What.Date))} 差 {Math.Abs(Days(first, record))} 天");
        }

        return warnings;
    }

    private static string When(FileNote note) => note switch
    {
        { Day: { } day } => PeriodName.Of(Period.Day(day)),
        { Kind: not null } => "最近",
        _ => "最近三天",
    };

    private static int Days(DateTime taken, StationRecord record) => DateOnly.FromDateTime(taken).DayNumber - record.What.Date.DayNumber;

    private static string Problem(FileProblem problem, IReadOnlyList<IncomingFile> files, string most)
    {
        var these = files is [var only] ? only.Name is { Length: > 0 } name ? $"“{name}”" : "这个文件" : $"{files.Count} 个文件";
        return problem switch
        {
            FileProblem.Empty => $"{these}是空的，没有保存。请重新发一次。",
            FileProblem.TooLarge => $"{these}太大，没有保存：每个最多 {most}。请压缩后再发。",
            FileProblem.WrongType => $"{these}的类型不能用，没有保存。可以发{FileType.Accepted}。",
            FileProblem.Voice => "语音我听不了，没有保存。请用文字发给我，或用输入法的语音转文字。",
            FileProblem.NotFetched => $"{these}没有取到，没有保存。请重新发一次。",
            _ => throw new UnreachableException(),
        };
    }
}
