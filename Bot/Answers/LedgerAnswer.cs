using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Ledgers;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Evidence;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers;

/// <summary>导出台账: the file is made, kept, counted as evidence of what it lists, and reached by a short-lived link.</summary>
internal sealed class LedgerAnswer(LedgerExport export, RecordList records, ContentStore contents, LedgerFiles files, FileLinks links, CardTemplates cards)
{
    public async Task<Reply> AnswerAsync(Turn turn, Membership who, ExportRequest asked, CancellationToken cancellation)
    {
        if (who.Station.YearOf(asked.Period is { } said ? said.Last < turn.Today ? said.Last : said.First : turn.Today) is not { } year)
        {
            return YearTexts.Outside(turn, asked.Period, who.Station);
        }

        var rows = asked.Rows?.ToList() ?? [.. turn.Catalog.Rows];
        var ofYear = asked.Period is not { } period || period.Cut(year.Period) == year.Period;
        var hasLedgers = asked.IsLedger ? rows.Exists(LedgerExport.HasLedger) : rows.TrueForAll(LedgerExport.HasLedger);
        if (ofYear && hasLedgers)
        {
            return await MakeAsync(turn, who, rows, year.Period, cancellation) is { } ledgers
                ? Show(ledgers)
                : Replies.Plain($"{PeriodName.Of(year.Period)} {ScopeName.Of(turn.Catalog, [.. rows.Where(LedgerExport.HasLedger)])}还没有记录，没有生成台账。{Hint(rows)}");
        }

        var days = asked.Period ?? year.Period;
        var title = asked.Rows is null ? "服务台账" : ScopeName.Of(turn.Catalog, rows) + "台账";
        return await TellAsync(turn, who, () => export.RecordsAsync(who.Station, turn.Catalog, rows, days, title, cancellation), cancellation) is { } told
            ? Show(told)
            : Replies.Plain($"{PeriodName.Of(days)} {ScopeName.Of(turn.Catalog, rows)}还没有记录，没有生成文件。");
    }

    /// <summary>确认台账: the file is the confirmed record's own evidence; null where it has it already.</summary>
    public async Task<ConfirmedLedger?> ConfirmAsync(Turn turn, Membership who, StationRecord record, CancellationToken cancellation)
    {
        var row = turn.Catalog.Find(record.What.Indicator)!;
        var listed = await records.ReadAsync(who.Station.Id, new RecordSelection([row.Id], Period.Day(record.What.Date), Numbers: [record.Number]), cancellation);
        return listed is [var one] && !one.Evidence.Contains(EvidenceKind.Ledger) && who.Station.YearOf(record.What.Date) is { } year
            && await MakeAsync(turn, who, [row], year.Period, cancellation) is { } made
            ? new ConfirmedLedger(made.Text, made.Link is { } link ? new LinkModel($"下载台账（{Made.Lasting}）", link) : null)
            : null;
    }

    /// <summary>The ledgers of the rows over a project year; null where they would be empty.</summary>
    private Task<Made?> MakeAsync(Turn turn, Membership who, IReadOnlyCollection<Indicator> rows, Period year, CancellationToken cancellation) =>
        TellAsync(turn, who, () => export.LedgersAsync(who.Station, turn.Catalog, rows, year, cancellation), cancellation);

    /// <summary>The same message again finds the file that it brought about.</summary>
    private async Task<Made?> TellAsync(Turn turn, Membership who, Func<Task<LedgerBook?>> make, CancellationToken cancellation)
    {
        if (await files.FindAsync(who.Station.Id, turn.Cause, cancellation) is { } known)
        {
            return new Made($"{known.Name}已生成。", [], await LinkAsync(known.Hash, known.Name, cancellation));
        }

        if (await make() is not { } book)
        {
            return null;
        }

        var name = FileNames.Display(book.Title + FileType.Xlsx.Extension, FileType.Xlsx);
        using var bytes = new MemoryStream(book.Content);
        if (await contents.TakeAsync(bytes, cancellation) is not Taken.Kept kept)
        {
            return new Made("文件太大，没有生成，请按月份导出。", [], null);
        }

        await files.KeepAsync(who, turn.Cause, kept.Content, name, book.Filed, cancellation);
        string[] sheets = [.. book.Sheets.Select(sheet => $"· {sheet.Name} {sheet.Records} 条")];
        return new Made($"{name}已生成。", sheets, await LinkAsync(kept.Content.Hash, name, cancellation));
    }

    private Task<string> LinkAsync(string hash, string name, CancellationToken cancellation) => links.LinkAsync(new LinkedFile(hash, FileType.Xlsx, name), cancellation);

    private Reply Show(Made made) => made.Link is null ? Replies.Plain(made.Told) : new Reply
    {
        Text = made.Text,
        Card = cards.Fill("download", new DownloadModel(made.Told, made.Lines, Made.Note, made.Link, [ActionModel.Ask("还缺啥材料")]), CardJson.Default.DownloadModel),
        CardStandsAlone = true,
    };

    private static string Hint(List<Indicator> rows) =>
        rows.Exists(row => row.Counting == CountingRule.Register) ? "回访台账先说“确认台账”。" : "";

    /// <param name="Link">Null where no file was made.</param>
    private sealed record Made(string Told, IReadOnlyList<string> Lines, string? Link)
    {
        public static string Lasting => $"{(int)FileLinks.Lifetime.TotalMinutes} 分钟内有效";

        public static string Note => $"{Lasting}，含个人信息，请勿转发";

        public string Text => string.Join('\n', [Told, .. Lines, .. Link is null ? Array.Empty<string>() : [$"下载（{Note}）：{Link}"]]);
    }
}

/// <param name="Link">Null where no file was made; the text says why.</param>
internal sealed record ConfirmedLedger(string Text, LinkModel? Link);
