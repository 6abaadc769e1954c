namespace StationBot.Indicators.Counting;

/// <summary>Workers and certificates on a day, beside what the tier asks (product.md §3.13).</summary>
public sealed record StaffCount(int Workers, int Certified, Target.Staff Needed)
{
    public bool IsMet => Workers >= Needed.Workers && Certified >= Needed.Certified;

    public static StaffCount Of(Target.Staff needed, StationFacts station, DateOnly day)
    {
        var active = station.Staff.Where(worker => worker.IsActive(day)).ToList();
        return new StaffCount(active.Count, active.Count(worker => worker.Certified <= day), needed);
    }
}
