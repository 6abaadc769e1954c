using StationBot.Messages;
using StationBot.Stations;

namespace StationBot.WeeklyProgress;

/// <summary>Who gets something unasked, and where.</summary>
/// <param name="IsGroup">More than one person reads along: numbers only (product.md §7).</param>
public sealed record Recipient(Station Station, Member Member, Address Address, bool IsGroup);
