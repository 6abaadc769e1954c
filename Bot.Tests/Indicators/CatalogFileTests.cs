using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StationBot.Indicators;

namespace StationBot.Tests.Indicators;

/// <summary>A wrong file stops the start, with the row and the reason.</summary>
public sealed class CatalogFileTests : IDisposable
{
    private static readonly string Good = File.ReadAllText(Path.Combine(TaskList.Folder, "catalog-2024.json"));

    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The edit, and the whole message that it must give.</summary>
    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        // row, field, new value as JSON (empty: taken out), message
        { "relief.care", "content", "", "relief.care：缺少 content" },
        { "relief.care", "subTask", "\"\"", "relief.care：subTask 不能为空" },
        { "relief.care", "requirement", "\" 台账\"", "relief.care：requirement 首尾有空格：“ 台账”" },
        { "relief.care", "standard", "", "relief.care：缺少 standard" },
        { "relief.care", "assessment", "", "relief.care：缺少 assessment" },
        { "relief.care", "assessment", "\"week\"", "relief.care：assessment 不认识“week”，可用：month、quarter、year" },
        { "relief.care", "targets", "{\"10万\": 2}", "relief.care：targets 缺少 20万" },
        { "relief.care", "targets", "{\"10万\": 2, \"20万\": 2, \"30万\": 2}", "relief.care：targets 里不认识档次“30万”" },
        { "relief.care", "targets", "{\"10万\": 2, \"20万\": \"100%\"}", "relief.care：20万 的指标值 \"100%\" 有误，或和计数方式不配" },
        { "relief.care", "targets", "{\"10万\": 0, \"20万\": 2}", "relief.care：10万 的指标值 0 有误，或和计数方式不配" },
        { "relief.care", "targets", "{\"10万\": 2, \"20万\": 2.5}", "relief.care：20万 的指标值 2.5 有误，或和计数方式不配" },
        { "relief.survey", "targets", "{\"10万\": 5, \"20万\": \"100%\"}", "relief.survey：10万 的指标值 5 有误，或和计数方式不配" },
        { "relief.survey", "targets", "{\"10万\": \"120%\", \"20万\": \"100%\"}", "relief.survey：10万 的指标值 \"120%\" 有误，或和计数方式不配" },
        { "platform.staff", "targets", "{\"10万\": {\"workers\":2}, \"20万\": {\"workers\":3,\"certified\":2}}", "platform.staff：10万 的指标值 {\"workers\":2} 有误，或和计数方式不配" },
        { "charity.raised", "targets", "{\"10万\": 0.001, \"20万\": 10000}", "charity.raised：10万 的指标值 0.001 有误，或和计数方式不配" },
        { "charity.raised", "unit", "\"次\"", "charity.raised：计数方式 money 和单位 元 只能一起用" },
        { "charity.aid", "unit", "\"趟\"", "charity.aid：unit 不认识“趟”，可用：次、个、人、份、项、元" },
        { "charity.aid", "name", "", "charity.aid：缺少 name" },
        { "charity.aid", "evidence", "", "charity.aid：缺少 evidence" },
        { "charity.aid", "onceAYear", "[\"签到表\", \"收条\"]", "charity.aid：onceAYear 里不认识材料“收条”" },
        { "charity.aid", "lines", "[470, 463]", "charity.aid：lines 应为原文的首行和末行" },
        { "charity.aid", "lines", "[430, 460]", "charity.aid：lines 应在 charity.promo 之后" },
        { "charity.aid", "synonyms", "[\"推介\"]", "charity.aid：叫法“推介”已经属于 charity.promo" },
        { "charity.aid", "synonyms", "[\"慈善救助\"]", "charity.aid：叫法“慈善救助”已经属于 charity.aid" },
        { "charity.aid", "synonyms", "[null]", "charity.aid：缺少 synonyms" },
        { "elder.care", "name", "\"关爱\"", "elder.care：领域指标的 name 和 unit 写在 topics 里" },
        { "elder.care", "id", "\"elder.visit\"", "elder.visit：topics 里没有 visit" },
        { "elder.care", "id", "\"old.care\"", "old.care：id 应为“任务.指标”，任务是 tasks 里的一个 id" },
        { "charity.aid", "id", "\"charity.\"", "charity.：id 应为“任务.指标”，任务是 tasks 里的一个 id" },
        { "elder.care", "id", "", "第 21 条指标：id 应为“任务.指标”，任务是 tasks 里的一个 id" },
        { "elder.care", "id", "\"elder.link\"", "指标 elder.link：id 出现了 2 次" },
        { "elder.care", "counting", "\"service\"", "elder.care：counting 不认识“service”，可用：checklist、events、largeDistribution、money、names、persons、register、rosterNeeds、rosterSurvey、services、sessions、showcase、staff" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Names_the_row_and_the_reason(string row, string field, string value, string message)
    {
        var list = JsonNode.Parse(Good)!;
        var entry = list["rows"]!.AsArray().Single(one => (string?)one!["id"] == row)!.AsObject();
        if (value.Length == 0)
            entry.Remove(field);
        else
            entry[field] = JsonNode.Parse(value);

        Assert.Equal([$"catalog-2024.json {message}"], Problems(list.ToJsonString()));
    }

    public static TheoryData<string, Action<JsonNode>> ListMistakes => new()
    {
        { "year：“2025”和文件名不一致", list => list["year"] = 2025 },
        { "year：“”和文件名不一致", list => list.AsObject().Remove("year") },
        { "rows：没有指标", list => list["rows"] = new JsonArray() },
        { "rows：没有指标", list => list.AsObject().Remove("rows") },
        { "任务 1：缺少 id", list => list["tasks"]![0] = null },
        { "charity.aid_amount ：id 首尾有空格：“charity.aid_amount ”", list => list["rows"]![52]!["id"] = "charity.aid_amount " },
        { "name：name 不能为空", list => list["name"] = "" },
        { "任务 elder：number 应为 3", list => list["tasks"]![2]!["number"] = 4 },
        { "任务 elder：缺少 isDomain", list => list["tasks"]![2]!.AsObject().Remove("isDomain") },
        { "任务 elder：缺少 sourceName", list => list["tasks"]![2]!.AsObject().Remove("sourceName") },
        { "任务 elder：叫法“低保”已经属于 任务 relief", list => list["tasks"]![2]!["synonyms"]![0] = "低保" },
        { "任务 health：没有指标", list => list["tasks"]!.AsArray().Add(JsonNode.Parse("""{"number":8,"id":"health","name":"健康","sourceName":"健康","isDomain":false}""")) },
        { "共用指标 care：缺少 unit", list => list["topics"]![2]!.AsObject().Remove("unit") },
        { "共用指标 care：叫法“资源”已经属于 共用指标 link", list => list["topics"]![2]!["synonyms"]![0] = "资源" },
        { "共用指标 visit：没有指标用到它", list => list["topics"]!.AsArray().Add(JsonNode.Parse("""{"id":"visit","name":"走访","unit":"次"}""")) },
        { "relief.survey：应和任务 relief 的其他指标排在一起", list => Move(list["rows"]!.AsArray(), from: 10, to: 18) },
    };

    [Theory]
    [MemberData(nameof(ListMistakes), DisableDiscoveryEnumeration = true)]
    public void Names_the_part_of_the_list_and_the_reason(string message, Action<JsonNode> edit)
    {
        var list = JsonNode.Parse(Good)!;
        edit(list);

        Assert.Contains($"catalog-2024.json {message}", Problems(list.ToJsonString()));
    }

    [Theory]
    [InlineData("\"requirement\": \"提供回访人员台账\",", "\"requirement\": \"提供回访人员台账\"", "文件：JSON 写法有误，第 ")]
    [InlineData("\"year\": 2024,", "\"jahr\": 2024,", "文件：JSON 写法有误，第 2 行 $.jahr：")]
    [InlineData("\"synonyms\": [\"个案服务\"", "\"synonyms\": [1", "文件：JSON 写法有误，第 ")]
    [InlineData("\"id\": \"relief.care\",", "\"id\": \"relief.care\", \"standart\": \"\",", "relief.care：JSON 写法有误，本条第 2 行 $.standart：")]
    [InlineData("\"id\": \"relief.care\",", "\"id\": \"relief.care\", \"lines\": [1, 2],", "JSON 写法有误")]
    [InlineData("\"lines\": [111, 118]", "\"lines\": \"111-118\"", "relief.care：JSON 写法有误，本条第 11 行 $.lines：")]
    public void Names_the_place_of_a_slip_of_the_pen(string good, string bad, string message)
    {
        Assert.Contains(good, Good);

        Assert.Contains(Problems(Good.Replace(good, bad)), problem => problem.Contains(message));
    }

    [Fact]
    public void Names_all_reasons_of_all_files_in_one_message()
    {
        Write(2024, Good.Replace("\"6个个案", "\" 6个个案"));
        Write(2025, Good.Replace("\"assessment\": \"quarter\"", "\"assessment\": \"season\""));

        var wrong = Assert.Throws<CatalogException>(() => Catalogs.Load(_folder));

        Assert.Equal(4, wrong.Problems.Count(problem => problem.StartsWith("catalog-2024.json ")));
        Assert.Equal(5 + 1, wrong.Problems.Count(problem => problem.StartsWith("catalog-2025.json ")));
        Assert.Equal(string.Join('\n', wrong.Problems), wrong.Message);
    }

    [Fact]
    public void A_folder_without_lists_is_refused()
    {
        Assert.Equal($"{_folder}：没有任务清单文件 catalog-*.json", Assert.Throws<CatalogException>(() => Catalogs.Load(_folder)).Message);
        Assert.Throws<CatalogException>(() => Catalogs.Load(Path.Combine(_folder, "nowhere")));
    }

    [Fact]
    public void A_new_year_is_a_new_file()
    {
        Write(2024, Good);
        Write(2026, Good.Replace("\"year\": 2024", "\"year\": 2026"));

        var lists = Catalogs.Load(_folder);

        Assert.Equal(
            [2024, 2024, 2024, 2026, 2026],
            new[] { 2023, 2024, 2025, 2026, 2027 }.Select(year => lists.For(Period.CalendarYear(year)).Year));
        Assert.Equal(2024, lists.For(new ProjectYear(new DateOnly(2025, 3, 1)).Period).Year);
    }

    [Fact]
    public void The_program_has_the_lists_beside_it()
    {
        using var services = new ServiceCollection().AddIndicators().BuildServiceProvider();

        Assert.Equal(2024, services.GetRequiredService<Catalogs>().For(Period.CalendarYear(2025)).Year);
    }

    private IReadOnlyList<string> Problems(string json)
    {
        Write(2024, json);
        return Assert.Throws<CatalogException>(() => Catalogs.Load(_folder)).Problems;
    }

    private void Write(int year, string json) => File.WriteAllText(Path.Combine(_folder, $"catalog-{year}.json"), json);

    private static void Move(JsonArray rows, int from, int to)
    {
        var row = rows[from];
        rows.RemoveAt(from);
        rows.Insert(to, row);
    }
}
