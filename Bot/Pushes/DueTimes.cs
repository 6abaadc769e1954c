using System.Security.Cryptography;
using System.Text;
using StationBot.Indicators;

namespace StationBot.Pushes;

/// <summary>When the next weekly message goes out.</summary>
/// <param name="Occurrence">The time that the schedule names, on the wall clock: what is recorded, and computed on from.</param>
/// <param name="Period">What is sent once: the week's Monday, or the day.</param>
/// <param name="At">When it goes out, on the wall clock.</param>
public sealed record Due(DateTime Occurrence, DateOnly Period, DateTime At);

/// <summary>When something unasked may go out. Pure; all times are the station's wall clock.</summary>
/// <param name="remindAt">When the day's reminder is looked for.</param>
public sealed class DueTimes(WorkingDays days, TimeOnly remindAt)
{
    /// <summary>Longer than any leave that is said in advance: whoever is away for so long gets nothing meanwhile.</summary>
    private const int MostDays = 400;

    private static readonly TimeOnly Morning = new(8, 30);

    /// <summary>Changes with the holidays.</summary>
    public string Fingerprint => days.Fingerprint;

    /// <summary>
    /// A stable second within the ten minutes, different for each conversation, and away from the exact minute at which everybody's clock strikes.
    /// </summary>
    public static TimeSpan SpreadOf(string conversation) =>
        TimeSpan.FromSeconds(30 + (BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(conversation)).AsSpan(0, 4)) % 540));

    /// <summary>
    /// The first weekly message that the schedule names after <paramref name="after"/> for a period later than <paramref name="last"/>. A holiday
    /// or an absence moves it to the next working day; where two then fall on one day, the later one stands for both.
    /// </summary>
    /// <param name="away">Leave and pauses.</param>
    /// <returns>Null when there is none to come.</returns>
    public Due? Weekly(PushSchedule schedule, DateTime after, DateOnly? last, IReadOnlyList<Period> away, TimeSpan spread)
    {
        var next = schedule.After(after);
        while (next is { } early && last is { } sent && schedule.PeriodOf(early) <= sent)
        {
            next = schedule.After(early);
        }

        if (next is not { } occurrence || DayFor(DateOnly.FromDateTime(occurrence), away) is not { } day)
            return null;
        while (schedule.After(occurrence) is { } following && DateOnly.FromDateTime(following) <= day && DayFor(DateOnly.FromDateTime(following), away) == day)
        {
            occurrence = following;
        }

        return new Due(occurrence, schedule.PeriodOf(occurrence), day.ToDateTime(TimeOnly.FromDateTime(occurrence)) + spread);
    }

    /// <summary>The first working day's reminder after that time.</summary>
    public DateTime? Reminder(DateTime after, IReadOnlyList<Period> away, TimeSpan spread)
    {
        var first = DateOnly.FromDateTime(after);
        return WorkingFrom(first.ToDateTime(remindAt) + spread > after ? first : first.AddDays(1), away) is { } day ? day.ToDateTime(remindAt) + spread : null;
    }

    /// <summary>The earliest time from <paramref name="from"/> on at which something that is late may go out: a working day, out of the quiet hours, nobody away.</summary>
    public DateTime? Allowed(DateTime from, IReadOnlyList<Period> away, TimeSpan spread)
    {
        var today = DateOnly.FromDateTime(from);
        return MayGo(from, away) ? from
            : WorkingFrom(TimeOnly.FromDateTime(from) < PushSchedule.QuietUntil ? today : today.AddDays(1), away) is { } day ? day.ToDateTime(Morning) + spread
            : null;
    }

    /// <summary>Whether something late may go out at this time.</summary>
    public bool MayGo(DateTime at, IReadOnlyList<Period> away) =>
        IsAwake(at) && days.IsWorking(DateOnly.FromDateTime(at)) && !IsAway(DateOnly.FromDateTime(at), away);

    /// <summary>Out of the quiet hours.</summary>
    public static bool IsAwake(DateTime at) => TimeOnly.FromDateTime(at) is var time && time >= PushSchedule.QuietUntil && time < PushSchedule.QuietFrom;

    public bool IsWorking(DateOnly day) => days.IsWorking(day);

    /// <summary>A weekend that somebody chose is kept, a public holiday isn't.</summary>
    private DateOnly? DayFor(DateOnly day, IReadOnlyList<Period> away) => days.IsHoliday(day) || IsAway(day, away) ? WorkingFrom(day.AddDays(1), away) : day;

    private DateOnly? WorkingFrom(DateOnly day, IReadOnlyList<Period> away)
    {
        for (var i = 0; i < MostDays; i++, day = day.AddDays(1))
        {
            if (days.IsWorking(day) && !IsAway(day, away))
                return day;
        }

        return null;
    }

    private static bool IsAway(DateOnly day, IReadOnlyList<Period> away)
    {
        foreach (var period in away)
        {
            if (period.Contains(day))
                return true;
        }

        return false;
    }
}
