using StationBot.Answers;
using StationBot.Answers.OverTime;
using StationBot.Answers.Pages;
using StationBot.Cards;
using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Pushes;
using StationBot.Records.Files;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.WeeklyProgress;

/// <summary>
/// What is worth a word today. Each thing is said when it begins and not every day: who goes on is reminded by the week's message, which tells all
/// that stands open. Nothing goes out on days off: what begins on one is said on the next working day, what ends on one on the last before it.
/// </summary>
internal sealed class ReminderMessage(
    Catalogs catalogs, Standings standings, DueList due, EvidenceList evidence, WorkingDays days, StationClock clock, ReminderOptions options, CardTemplates cards)
{
    private const int MostNamed = 3;

    /// <summary>What is less urgent than anything that has an end.</summary>
    private const int WhenStalled = 50;
    private const int WhenWithoutPhoto = 60;

    /// <summary>To be asked once on each day.</summary>
    /// <returns>Null where nothing is worth saying.</returns>
    public async Task<Reply?> ForAsync(Recipient to, DateOnly today, CancellationToken cancellation)
    {
        if (to.Station.YearOf(today)?.Period is not { } year)
        {
            return null;
        }

        var about = new Case(to, catalogs.For(year), year, today);
        Reminder?[] reminders =
        [
            await TomorrowAsync(about, cancellation),
            await ClosingAsync(about, Assessment.Month, options.DaysBeforeMonthEnd, cancellation),
            await ClosingAsync(about, Assessment.Quarter, options.DaysBeforeQuarterEnd, cancellation),
            await StalledAsync(about, cancellation),
            await WithoutPhotoAsync(about, cancellation),
        ];
        var worth = reminders.OfType<Reminder>().ToList();
        return worth.Count == 0 ? null : Reminder.Join(worth).ToReply(cards);
    }

    /// <summary>Sessions that were agreed on, and visits that were promised.</summary>
    private async Task<Reminder?> TomorrowAsync(Case one, CancellationToken cancellation)
    {
        var tomorrow = new Period(one.Today.AddDays(1), days.After(one.Today));
        var rows = one.Catalog.Rows.Where(row => row.Counting == CountingRule.Sessions).ToList();
        var sessions = await due.SessionsAsync(one.To.Station, rows, tomorrow, one.Today, one.Worker, cancellation);
        var plans = await due.PlansAsync(one.To.Station, one.Catalog.Rows, tomorrow, one.Worker, cancellation);
        if (sessions.Count + plans.Count == 0)
        {
            return null;
        }

        List<string> named =
        [
            .. sessions.Select(file => $"{file.Name} 第 {file.Life.NextPlace} 节"),
            .. plans.Select(plan => RecordLine.Of(one.Catalog, plan)),
        ];
        var scope = sessions.Count > 0 && plans.Count == 0 ? ScopeName.Of(one.Catalog, rows) : ScopeName.Of(one.Catalog, one.Catalog.Rows);
        return new Reminder(
            1,
            $"{PeriodName.Of(tomorrow)} {scope}",
            DueList.Number(sessions.Count, plans.Count, ends: 0) + one.Named(named),
            [],
            one.To.IsGroup ? [ActionModel.Ask("明天到期的")] : [.. sessions.Take(1).Select(PushActions.Session), ActionModel.Ask("明天到期的")]);
    }

    /// <summary>Rows that are behind, as 本月还差啥 and 这季度 … 还差几次 are answered.</summary>
    private async Task<Reminder?> ClosingAsync(Case one, Assessment assessment, IReadOnlyList<int> before, CancellationToken cancellation)
    {
        var isMonth = assessment == Assessment.Month;
        var period = (isMonth ? Period.MonthOf(one.Today) : Period.QuarterOf(one.Today)).Cut(one.Year)!.Value;
        var left = period.Last.DayNumber - one.Today.DayNumber;
        var off = days.After(one.Today).DayNumber - one.Today.DayNumber - 1;
        if (!before.Any(day => day <= left && day >= left - off))
        {
            return null;
        }

        // The month's answer is about all rows that have months; the quarter's would repeat them.
        var rows = isMonth ? one.Catalog.Rows : [.. one.Catalog.Rows.Where(row => row.Assessment == assessment)];
        var question = new StatusQuestion(StatusAsk.Remaining, new RowSet(one.Catalog, rows), period) { RowsAssumed = isMonth };
        var status = await standings.CaseAsync(one.To.Station, one.Catalog, question, one.Today, cancellation);
        var main = status.Count(status.Scope.Rows);
        var behind = PushTexts.Behind(main);
        return behind.Count == 0 ? null : new Reminder(
            left,
            $"{PeriodName.Of(status.Scope.Period)} {status.ScopeName}",
            TargetPage.Number(status, main),
            PushTexts.Rows(behind, behind.Count),
            [.. one.To.IsGroup ? [] : behind.Take(1).SelectMany(row => PushActions.Record(one.Catalog, row.Row)), ActionModel.Ask(isMonth ? "本月还差啥" : "这季度还差啥")]);
    }

    /// <summary>Said on the day on which a file has been silent for so long.</summary>
    private async Task<Reminder?> StalledAsync(Case one, CancellationToken cancellation)
    {
        var rows = one.Catalog.Rows.Where(row => row.Counting == CountingRule.Sessions).ToList();
        var all = (await due.FilesAsync(one.To.Station, rows, cancellation)).Where(file => (one.Worker is null || file.Life.Worker == one.Worker) && file.Life.IsStalled(one.Today)).ToList();
        var fresh = all.FindAll(file => file.Life.SilentDays(one.Today) - FileLife.DaysToStall is >= 0 and var over && over < Since(one.Today));
        return fresh.Count == 0 ? null : new Reminder(
            WhenStalled,
            $"{PeriodName.Of(one.Year)} {ScopeName.Of(one.Catalog, rows)}{one.Whose}",
            $"停滞 {all.Count} 个" + one.Named([.. fresh.Select(file => PushTexts.Silence(file, one.Today) + "没有新的一节")]),
            [],
            one.To.IsGroup ? [ActionModel.Ask("哪些个案停滞了")] : [PushActions.Session(fresh[0]), ActionModel.Ask(one.Worker is null ? "哪些个案停滞了" : "我的哪些个案停滞了")]);
    }

    /// <summary>Said on the day on which a record has been without a photo for so long, from when it was entered: late entries are no older than that.</summary>
    private async Task<Reminder?> WithoutPhotoAsync(Case one, CancellationToken cancellation)
    {
        var memberId = one.Worker is null ? (long?)null : one.To.Member.Id;
        var all = (await evidence.OfAsync(one.To.Station, one.Catalog.Rows, one.Year, EvidenceKind.WatermarkPhoto, memberId, cancellation)).FindAll(record => record.Missing.Count > 0);
        var fresh = all.FindAll(record => one.Today.DayNumber - clock.DayOf(record.Record.Record.Entered).DayNumber - options.DaysWithoutPhoto is >= 0 and var over && over < Since(one.Today));
        return fresh.Count == 0 ? null : new Reminder(
            WhenWithoutPhoto,
            $"{PeriodName.Of(one.Year)} {EvidenceName.Of(EvidenceKind.WatermarkPhoto)}{one.Whose}",
            $"缺 {all.Count} 条，其中 {fresh.Count} 条已有 {options.DaysWithoutPhoto} 天" + one.Named([.. fresh.Select(record => RecordLine.Of(one.Catalog, record.Record))]),
            [],
            [ActionModel.Ask(one.Worker is null ? "哪些记录缺照片" : "我的哪些记录缺照片")]);
    }

    /// <summary>The days since the working day before.</summary>
    private int Since(DateOnly today) => today.DayNumber - days.Before(today).DayNumber;

    /// <param name="Year">The project year of today.</param>
    private sealed record Case(Recipient To, Catalog Catalog, Period Year, DateOnly Today)
    {
        /// <summary>The worker who is told of the own things only; null for the station's.</summary>
        public string? Worker => To.IsGroup || To.Member.Role == Role.Lead ? null : To.Member.Name;

        public string Whose => Worker is null ? "" : $"（{Worker}）";

        public string Named(IReadOnlyCollection<string> texts) => To.IsGroup ? "" : "：" + PushTexts.Few(texts, MostNamed);
    }
}
