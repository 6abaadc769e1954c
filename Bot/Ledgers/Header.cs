namespace StationBot.Ledgers;

/// <summary>The columns of a kind of ledger (product.md §8).</summary>
internal sealed record Header(IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    public static readonly Header Roster = new(
        ["姓名", "领域"],
        ["标签", "性别", "出生日期", "社区", "住址", "电话", "监护人", "需回访", "入册日期", "退出日期", "退出原因", "别名"]);

    public static readonly Header Records = new(
        ["日期", "指标"],
        [
            "服务对象", "方式", "社工", "内容", "名称", "节次", "金额", "人数", "材料", "已上传", "登记时间",
            "实物", "归入基金", "出资方", "物资", "出席", "证号",
        ]);

    /// <summary>The place of each column, or null when rows cannot be read by it; <paramref name="problems"/> tells all that is wrong.</summary>
    public IReadOnlyDictionary<string, int>? Places(Sheet sheet, List<Problem> problems)
    {
        var places = new Dictionary<string, int>();
        var before = problems.Count;
        foreach (var (index, column) in sheet.Columns.Index())
        {
            if (column.Length == 0)
            {
                problems.Add(new Problem(1, $"第 {index + 1} 列没有列名"));
            }
            else if (!Required.Contains(column) && !Optional.Contains(column))
            {
                problems.Add(new Problem(1, $"不认识的列“{column}”"));
            }
            else if (!places.TryAdd(column, index))
            {
                problems.Add(new Problem(1, $"列“{column}”出现了两次"));
            }
        }

        problems.AddRange(Required.Where(column => !places.ContainsKey(column)).Select(column => new Problem(1, $"缺少列“{column}”")));
        if (problems.Count > before)
        {
            problems.Add(new Problem(1, $"可用的列：{string.Join("、", Required.Concat(Optional))}；必须有 {string.Join("、", Required)}"));
        }

        return Required.All(places.ContainsKey) ? places : null;
    }
}
