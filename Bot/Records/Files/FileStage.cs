using StationBot.Records.Forms;

namespace StationBot.Records.Files;

/// <summary>How far the work with a person has come, first to last.</summary>
public enum FileStage
{
    /// <summary>接案.</summary>
    Intake,

    /// <summary>预估.</summary>
    Assessment,

    /// <summary>计划.</summary>
    Planning,

    /// <summary>介入.</summary>
    Intervention,

    /// <summary>评估.</summary>
    Evaluation,

    /// <summary>结案.</summary>
    Closure,
}

public static class FileStages
{
    /// <summary>What a session of a case can say it was; values are the names of <see cref="FileStage"/>.</summary>
    public static readonly IReadOnlyList<Choice> Choices = [.. Enum.GetValues<FileStage>().Select(stage => new Choice(OfCase(stage), stage.ToString()))];

    /// <summary>The stage of a session that doesn't say: by its place, and not behind the session before it.</summary>
    /// <param name="place">Counted from 1.</param>
    public static FileStage Usual(int place, FileStage before)
    {
        var usual = place switch
        {
            <= 1 => FileStage.Assessment,
            2 => FileStage.Planning,
            3 or 4 => FileStage.Intervention,
            _ => FileStage.Evaluation,
        };
        return usual > before ? usual : before;
    }

    /// <summary>Groups don't tell their stages apart: they are prepared, they meet, they end.</summary>
    public static string NameOf(FileStage stage, bool isGroup) => !isGroup ? OfCase(stage) : stage switch
    {
        FileStage.Intake => "筹备",
        FileStage.Closure => "结束",
        _ => "进行中",
    };

    private static string OfCase(FileStage stage) => stage switch
    {
        FileStage.Intake => "接案",
        FileStage.Assessment => "预估",
        FileStage.Planning => "计划",
        FileStage.Intervention => "介入",
        FileStage.Evaluation => "评估",
        FileStage.Closure => "结案",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
