using StationBot.Indicators;
using StationBot.Indicators.Counting;
using StationBot.Records.Files;
using StationBot.Records.Forms;

namespace StationBot.Answers.Files;

/// <summary>What a step that is no session did to its case or group.</summary>
internal static class FileEffects
{
    /// <param name="form">That the step was entered with; null where an older version knew it.</param>
    /// <param name="file">As it stands now, whatever came after the step.</param>
    public static string Of(Form? form, Indicator row, Dossier? file) => (form, file) switch
    {
        (_, null) => "已记下",
        ({ HandsFileOver: true }, { Life: { WorkerSince: { } since } life }) =>
            $"{row.ShortName} {file.Name} 从{PeriodName.Of(Period.Day(since))}起由{life.Worker}跟进{(life.WorkerBefore is { } before ? $"，之前是{before}" : "")}",
        (_, { Life.Closed: not null }) => $"{row.ShortName}已结束，共做了 {file.Life.Sessions.Count} 节",
        ({ ReopensFile: true }, _) => $"{row.ShortName}重新打开了，已做 {file.Life.Sessions.Count} 节，说“记{row.ShortName}”记第 {file.Life.NextPlace} 节",
        ({ ClosesFile: true }, _) => $"{row.ShortName}结束过，后来又重新打开了",
        _ => $"{row.ShortName}建好了，共要 {CreditRules.SessionsToComplete} 节，说“记{row.ShortName}”记第 {file.Life.NextPlace} 节",
    };
}
