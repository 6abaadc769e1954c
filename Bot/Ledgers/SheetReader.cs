using System.Globalization;
using System.Text;
using CsvHelper;
using MiniExcelLibs;

namespace StationBot.Ledgers;

/// <summary>Reads the first sheet of an .xlsx file or a .csv file in UTF-8, with or without a byte order mark.</summary>
internal static class SheetReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly CsvReaderOptions CsvOptions = new()
    {
        HasHeader = false,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <returns>Null when the file cannot be read; then <paramref name="problems"/> tells why.</returns>
    public static Sheet? Read(string file, List<Problem> problems)
    {
        if (!File.Exists(file))
        {
            problems.Add(new Problem(null, $"找不到文件：{file}"));
            return null;
        }

        var lines = Path.GetExtension(file).ToUpperInvariant() switch
        {
            ".CSV" => Csv(file, problems),
            ".XLSX" => Excel(file, problems),
            _ => Refuse("只能导入 .csv 或 .xlsx 文件", problems),
        };
        if (lines is null)
        {
            return null;
        }

        if (lines.Count == 0)
        {
            problems.Add(new Problem(null, "文件是空的，第一行应是列名"));
            return null;
        }

        return Shape(lines, problems);
    }

    private static Sheet Shape(List<SheetRow> lines, List<Problem> problems)
    {
        var header = lines[0];
        var columns = header.Cells.Reverse().SkipWhile(cell => cell.Length == 0).Reverse().ToList();
        var rows = new List<SheetRow>(lines.Count - 1);
        foreach (var row in lines.Skip(1))
        {
            if (row.Cells.Skip(columns.Count).Any(cell => cell.Length > 0))
            {
                problems.Add(new Problem(row.Line, $"有 {row.Cells.Count} 列，列名只有 {columns.Count} 个（内容里有逗号时要加引号）"));
                continue;
            }

            rows.Add(row with { Cells = [.. row.Cells.Concat(Enumerable.Repeat("", columns.Count)).Take(columns.Count)] });
        }

        return new Sheet(columns, rows);
    }

    private static List<SheetRow>? Csv(string file, List<Problem> problems)
    {
        var rows = new List<SheetRow>();
        try
        {
            using var csv = CsvReader.Create(new StreamReader(file, StrictUtf8), CsvOptions);
            while (csv.Read())
            {
                Add(rows, (int)csv.LineNumber, Enumerable.Range(0, csv.FieldCount).Select(field => csv.GetString(field).Trim()));
            }

            return rows;
        }
        catch (DecoderFallbackException)
        {
            return Refuse("文件不是 UTF-8 编码，请在 Excel 里另存为“CSV UTF-8（逗号分隔）”或 .xlsx", problems);
        }
        catch (CsvFormatException exception)
        {
            problems.Add(new Problem((int?)exception.LineNumber, "引号没有成对"));
            return null;
        }
    }

    private static List<SheetRow>? Excel(string file, List<Problem> problems)
    {
        var rows = new List<SheetRow>();
        try
        {
            var line = 0;
            foreach (IDictionary<string, object?> row in MiniExcel.Query(file, useHeaderRow: false, excelType: ExcelType.XLSX))
            {
                Add(rows, ++line, row.Values.Select(Text));
            }

            return rows;
        }
        // Whatever the reader trips over in a damaged file; the plan for each is the same.
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            return Refuse($"读不懂这个 .xlsx 文件，可能已损坏或不是 Excel 文件（{exception.GetType().Name}）", problems);
        }
    }

    private static List<SheetRow>? Refuse(string reason, List<Problem> problems)
    {
        problems.Add(new Problem(null, reason));
        return null;
    }

    private static void Add(List<SheetRow> rows, int line, IEnumerable<string> cells)
    {
        var row = new SheetRow(line, [.. cells]);
        if (row.Cells.Any(cell => cell.Length > 0))
        {
            rows.Add(row);
        }
    }

    /// <summary>Money is kept as a floating number in Excel; nothing in our columns is finer than a fen.</summary>
    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateTime moment => moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number => Math.Round((decimal)number, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture),
        bool yes => yes ? "是" : "否",
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!.Trim(),
    };
}
