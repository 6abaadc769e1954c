using StationBot.Messages;
using StationBot.Stations;

namespace StationBot.WeeklyProgress;

/// <summary>Whom a message is for.</summary>
/// <param name="Member">The person; in a group, whoever subscribed it.</param>
public sealed record Recipient(Station Station, Member Member, Address Address, bool IsGroup);
