using StationBot.Stations;

namespace StationBot.Records;

/// <summary>Who enters what, when, under which key.</summary>
internal sealed record Entry(long StationId, long? MemberId, string Key, DateTimeOffset At)
{
    /// <summary>Whose doing it is in the history; null for an import, so that nobody undoes it as the last thing he entered.</summary>
    public long? By { get; init; } = MemberId;

    /// <summary>When it was first written down, on paper or elsewhere.</summary>
    public DateTimeOffset Entered { get; init; } = At;

    /// <summary>Of the message that brings it about (<see cref="Wish.Cause"/>).</summary>
    public string? Cause { get; init; }

    /// <summary>The key of the deed that it takes back or does again (<see cref="DeedEntry.Deed"/>).</summary>
    public string? Deed { get; init; }
}

/// <summary>Who wants what done to which record.</summary>
/// <param name="Cause">Follows from the message: the same message done again finds what it did and does nothing more.</param>
internal sealed record Wish(Membership By, string Cause, string Action, long Number);
