using System.Globalization;
using Microsoft.Data.Sqlite;
using StationBot.Conversations;
using StationBot.Pushes;
using StationBot.Records.Evidence;
using StationBot.WeeklyProgress;

namespace StationBot.CommandLine;

/// <summary>A wrong value stops the start with one line that names the key (product.md §8).</summary>
public static class ConfigurationCheck
{
    private const int EncodingAesKeyCharacters = 43;
    private const int MostBytesDigits = 9;
    private const int MostDaysDigits = 5;

    private static readonly (string Key, Func<string, string?> Reason)[] Keys =
    [
        ("Database:Provider", value => value == "Sqlite" ? null : $"“{value}”不能用，只能是 Sqlite"),
        ("ConnectionStrings:StationBot", ConnectionReason),
        ("TimeZone", value => TimeZoneInfo.TryFindSystemTimeZoneById(value, out _) ? null : $"“{value}”不是时区，例如 Asia/Shanghai"),
        ("urls", Optional(value => value.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Address("http", "https")).FirstOrDefault(reason => reason is not null))),
        ("PublicBaseUrl", Optional(Address("http", "https"))),
        ("MicrosoftAppType", Optional(value => value is "MultiTenant" or "SingleTenant" or "UserAssignedMSI"
            ? null
            : $"“{value}”不能用，只能是 MultiTenant、SingleTenant 或 UserAssignedMSI")),
        ("BotFramework:OpenIdMetadataUrl", Optional(Address("http", "https"))),
        ("BotFramework:TokenEndpoint", Optional(Address("http", "https"))),
        ("WeCom:AgentId", Optional(WholeNumber)),
        ("WeCom:EncodingAESKey", Optional(value => value.Length == EncodingAesKeyCharacters ? null : $"应有 {EncodingAesKeyCharacters} 个字符，现在有 {value.Length} 个")),
        ("WeCom:ApiBaseUrl", Optional(Address("http", "https"))),
        ("WeCom:BotSocketUrl", Optional(Address("ws", "wss"))),
        (AttachmentOptions.PathKey, Optional(FolderReason)),
        (AttachmentOptions.MaxBytesKey, Optional(value => WholeNumber(value) ?? (value.Length <= MostBytesDigits ? null : $"“{value}”太大，最大 999999999"))),
        (AttachmentOptions.KeepUnboundDaysKey, Optional(value => WholeNumber(value) ?? (value.Length <= MostDaysDigits ? null : $"“{value}”太大，最大 99999"))),
        (PushOptions.CronKey, Optional(PushSchedule.Problem)),
        (PushOptions.RemindAtKey, Optional(PushOptions.RemindAtProblem)),
        (ReminderOptions.MonthKey, ReminderOptions.DaysReason),
        (ReminderOptions.QuarterKey, ReminderOptions.DaysReason),
        (ReminderOptions.PhotoKey, ReminderOptions.PhotoReason),
        ("Telemetry:Exporter", Optional(value => value is TelemetryServices.None or TelemetryServices.ToConsole or TelemetryServices.ToOtlp
            ? null
            : $"“{value}”不能用，只能是 None、Console 或 Otlp")),
        ("Telemetry:Endpoint", Optional(Address("http", "https"))),
    ];

    /// <returns>The line about the first wrong key, or null when all are good. No secret is in it.</returns>
    public static string? Problem(IConfiguration configuration) => Keys
        .Select(key => configuration[key.Key] is { } value && key.Reason(value.Trim()) is { } reason ? $"配置 {key.Key} 不对：{reason}" : null)
        .FirstOrDefault(line => line is not null);

    private static string? ConnectionReason(string value)
    {
        try
        {
            var connection = new SqliteConnectionStringBuilder(value);
            return connection switch
            {
                { DataSource.Length: 0 } => "缺少 Data Source，例如 Data Source=data/stationbot.db",
                { Mode: SqliteOpenMode.Memory } or { DataSource: ":memory:" } => "数据要存成文件，例如 Data Source=data/stationbot.db",
                _ when Directory.Exists(connection.DataSource) => "Data Source 是一个目录，应是文件",
                _ => null,
            };
        }
        catch (ArgumentException)
        {
            return "不是有效的连接字符串，例如 Data Source=data/stationbot.db";
        }
    }

    /// <summary>It is made at its first use; here nothing is written.</summary>
    private static string? FolderReason(string value)
    {
        if (value.AsSpan().ContainsAny(Path.GetInvalidPathChars()))
        {
            return $"“{value}”不能用作目录";
        }

        for (var folder = Path.GetFullPath(value); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(folder))
            {
                return $"“{folder}”是一个文件，应是目录";
            }
        }

        return null;
    }

    /// <summary>Nothing is set by an empty value.</summary>
    private static Func<string, string?> Optional(Func<string, string?> reason) => value => value.Length == 0 ? null : reason(value);

    private static Func<string, string?> Address(params string[] schemes) => value =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme)
            ? null
            : $"“{value}”不是完整的网址，应以 {schemes[^1]}:// 开头";

    private static string? WholeNumber(string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? null : $"“{value}”应是正整数";
}
