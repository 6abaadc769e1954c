using System.Collections;
using StationBot.Indicators;

namespace StationBot.Understanding;

/// <summary>
/// Rows of the catalogue in its order, each once. Printed as <c>*</c>, <c>elder.*</c>, <c>*.care</c>, <c>relief.case</c>, joined by +.
/// </summary>
public sealed class RowSet : IReadOnlyList<Indicator>, IEquatable<RowSet>
{
    private readonly Catalog _catalog;
    private readonly Indicator[] _rows;

    public RowSet(Catalog catalog, IEnumerable<Indicator> rows)
    {
        var wanted = rows.ToHashSet();
        _catalog = catalog;
        _rows = wanted.Count == 1 ? [.. wanted] : [.. catalog.Rows.Where(wanted.Contains)];
    }

    public int Count => _rows.Length;

    public Indicator this[int index] => _rows[index];

    /// <summary>These rows, which are some of this set's.</summary>
    public RowSet Only(IEnumerable<Indicator> rows) => new(_catalog, rows);

    /// <summary>All rows of the first one's task are here.</summary>
    public bool IsWholeTask => Count > 0 && _catalog.InArea(_rows[0].Area.Id).All(_rows.Contains);

    public bool IsAll => Count == _catalog.Rows.Count;

    public IEnumerator<Indicator> GetEnumerator() => _rows.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(RowSet? other) => other is not null && _rows.AsSpan().SequenceEqual(other._rows);

    public override bool Equals(object? obj) => Equals(obj as RowSet);

    public override int GetHashCode() => HashCode.Combine(Count, Count == 0 ? null : _rows[0]);

    public override string ToString()
    {
        if (IsAll)
            return "*";
        var open = _rows.ToList();
        var names = new List<string>();
        foreach (var area in _catalog.Areas)
            Take($"{area.Id}.*", [.. _catalog.InArea(area.Id)]);
        foreach (var topic in _catalog.Topics)
            Take($"*.{topic.Id}", [.. _catalog.OfTopic(topic.Id)]);
        names.AddRange(open.Select(row => row.Id));
        return string.Join('+', names);

        void Take(string name, Indicator[] whole)
        {
            if (whole.Length > 0 && whole.All(open.Contains))
            {
                names.Add(name);
                open.RemoveAll(whole.Contains);
            }
        }
    }
}
