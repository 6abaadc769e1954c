namespace StationBot.Records;

/// <summary>
/// All that a member did as two stacks: what 撤销 takes back, and what 恢复 does again; the newest stands last. Pure: both follow from the entries of both
/// histories in the order of their time.
/// </summary>
internal sealed record Deeds(IReadOnlyList<Deed> Done, IReadOnlyList<Deed> Undone)
{
    /// <summary>Something was taken back, and can't be done again by 恢复 alone because something new was done since.</summary>
    public bool WasCleared { get; private init; }

    /// <param name="entries">Oldest first.</param>
    public static Deeds Of(IEnumerable<DeedEntry> entries)
    {
        var (done, undone, wasCleared) = (new List<Deed>(), new List<Deed>(), false);
        foreach (var happened in EventsOf(entries))
        {
            switch (WayOf(happened))
            {
                case Way.New:
                    done.Add(new Deed(happened.Key, happened));
                    wasCleared |= undone.Count > 0;
                    undone.Clear();
                    break;
                case Way.Turned:
                    Turn(happened, done, undone);
                    break;
                case Way.Back:
                    _ = RemoveMeant(happened, done);
                    undone.Add(new Deed(happened.Key, happened));
                    wasCleared = false;
                    break;
                case Way.Again:
                    _ = RemoveMeant(happened, undone);
                    done.Add(new Deed(happened.Key, happened));
                    break;
            }
        }

        return new Deeds(done, undone) { WasCleared = wasCleared && undone.Count == 0 };

        void Turn(DeedEvent happened, List<Deed> done, List<Deed> undone)
        {
            var key = happened.First.Deed;
            var (from, to) = done.Exists(deed => deed.Key == key) ? (done, undone) : (undone, done);
            if (from.RemoveAll(deed => deed.Key == key) > 0)
            {
                to.Add(new Deed(key!, happened));
                wasCleared &= to != undone;
            }
        }
    }

    private static IEnumerable<DeedEvent> EventsOf(IEnumerable<DeedEntry> entries) =>
        entries.Where(entry => !entry.IsOfLedger).GroupBy(entry => entry.Key, (key, together) => new DeedEvent(key, [.. together]));

    private static Way WayOf(DeedEvent happened) => happened switch
    {
        { First.Deed: not null } => Way.Turned,
        // Written by a version that kept no deeds.
        { First: { IsOfSet: true, Cause: { } cause } } => ChangeSets.IsUndoing(cause) ? Way.Back : ChangeSets.IsRedoing(cause) ? Way.Again : Way.New,
        { Action: HistoryAction.Void or HistoryAction.Revert or HistoryAction.Unbind or PersonHistory.Undone } => Way.Back,
        { Action: HistoryAction.Restore or PersonHistory.Redone } => Way.Again,
        _ => Way.New,
    };

    /// <summary>What somebody asked for by itself takes the deeds with it that it leaves nothing of.</summary>
    private static int RemoveMeant(DeedEvent happened, List<Deed> from)
    {
        var numbers = happened.Entries.Select(entry => (entry.Number, entry.PersonId)).ToHashSet();
        return happened.Action is HistoryAction.Void or HistoryAction.Restore && !happened.First.IsOfSet
            ? from.RemoveAll(deed => deed.Last.Entries.All(IsMeant))
            : from.FindLastIndex(deed => deed.Last.Entries.Any(IsMeant) && IsOpposite(happened, deed.Last)) is >= 0 and var place ? RemoveAt(place) : 0;

        bool IsMeant(DeedEntry entry) => numbers.Contains((entry.Number, entry.PersonId));

        int RemoveAt(int place)
        {
            from.RemoveAt(place);
            return 1;
        }
    }

    private static bool IsOpposite(DeedEvent happened, DeedEvent earlier) => (happened.First.IsOfSet, happened.Action) switch
    {
        (true, _) => earlier.First.IsOfSet,
        (_, HistoryAction.Revert) => earlier.Action == HistoryAction.Edit,
        (_, HistoryAction.Unbind) => earlier.Action == HistoryAction.Bind,
        _ => earlier.First.PersonId is not null,
    };

    private enum Way
    {
        /// <summary>Something new.</summary>
        New,

        /// <summary>撤销 or 恢复 of a deed that it names.</summary>
        Turned,

        /// <summary>Something was taken back by itself.</summary>
        Back,

        /// <summary>Something was done again by itself.</summary>
        Again,
    }
}
