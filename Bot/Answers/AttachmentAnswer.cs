using StationBot.Indicators;
using StationBot.Messages;
using StationBot.Records;
using StationBot.Records.Evidence;
using StationBot.Stations;
using StationBot.Understanding;
using StationBot.Understanding.Readings;

namespace StationBot.Answers;

/// <summary>Files that come in chat, and the record that each belongs to (product.md §4). Nothing is guessed between two records: then it asks.</summary>
internal sealed class AttachmentAnswer(AttachmentStore attachments, ContentStore content, RecordStore records, Receipts receipts, FileCards cards, StationClock clock)
{
    /// <summary>A photo is of what was entered lately.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(3);

    /// <summary>A sheet that is named (签到表) may follow its event later.</summary>
    private static readonly TimeSpan Named = TimeSpan.FromDays(14);

    /// <summary>Where the day or the record's number is said.</summary>
    private static readonly TimeSpan Ever = TimeSpan.FromDays(800);

    private const int MostChoices = 4;

    private const int MostNames = 10;

    /// <param name="beside">The answer to the words, where they are a message of their own: then the files wait.</param>
    public async Task<Reply> ReceiveAsync(Turn turn, Membership who, FileNote note, Reply? beside, CancellationToken cancellation)
    {
        // Words that say where they go, or what they are, speak for these files only.
        var joins = note is { Kind: null, Number: null, Day: null } && beside is null && turn.Message.Files.All(file => FileNote.KindIn(file.Name) is null);
        var files = await KeepAsync(turn, who, joins, cancellation);
        var problems = FileTexts.Problems(turn.Message.Files, content.MaxText);
        if (files.Count == 0)
        {
            return beside is null ? Replies.Plain(problems) : Beside(beside, problems);
        }

        var wish = new Wanted(files[0].Batch, note.Kind, problems);
        return files.FirstOrDefault(file => file.Number is not null) is { Number: { } done } ? await BindAsync(turn, who, done, wish, cancellation)
            : beside is not null ? Beside(beside, FileTexts.Join($"收到 {FileTexts.Count(files)}，先放着。记录保存后点回执上的“归入”。", problems))
            : note.Number is { } number ? await BindAsync(turn, who, number, wish, cancellation)
            : await FindAsync(turn, who, files, note, wish, cancellation);
    }

    public async Task<Reply> BindAsync(Turn turn, Membership who, BindFiles action, CancellationToken cancellation)
    {
        var kind = action.Kind is { } name ? EvidenceName.Find(name) : null;
        return await BindAsync(turn, who, action.Number, new Wanted(action.Batch, kind, ""), cancellation);
    }

    /// <summary>恢复, after 撤销 or 解除.</summary>
    public Task<Reply> BindAgainAsync(Turn turn, Membership who, LastDeed.OfFiles last, CancellationToken cancellation) =>
        BindAsync(turn, who, last.Files.Number, new Wanted(last.Files.Batch, last.Files.Kind, "") { Deed = last.Key }, cancellation);

    /// <param name="deed">Where it is 撤销 of what was done last.</param>
    public async Task<Reply> FreeAsync(Turn turn, Membership who, string batch, CancellationToken cancellation, string? deed = null)
    {
        var number = await attachments.FreeAsync(who, turn.Cause, batch, deed, cancellation);
        var loose = (await attachments.LooseAsync(who, cancellation)).Where(file => file.Batch == batch).ToList();
        return loose.Count == 0 ? Replies.NoSuchFiles
            : cards.Offer(
                turn,
                $"{FileTexts.Count(loose)}{(number is null ? "" : $"已从 #{number} 解除，")}还没归到记录。",
                batch,
                (await FittingAsync(turn, who, loose, FileNote.Read("", turn.Now, who.Station.Years), cancellation)).Where(candidate => candidate.Number != number).Take(MostChoices));
    }

    public async Task<Reply> DiscardAsync(Turn turn, Membership who, DiscardFiles action, CancellationToken cancellation)
    {
        var discarded = await attachments.DiscardAsync(who, action.Batch, cancellation);
        return discarded == 0 ? Replies.NoSuchFiles : Replies.Plain($"好的，{discarded} 个文件不要了。") with { CardId = action.Card, ReplacesCard = true };
    }

    public async Task<Reply> ShowLooseAsync(Turn turn, Membership who, CancellationToken cancellation)
    {
        var loose = await attachments.LooseAsync(who, cancellation);
        if (loose.Count == 0)
        {
            return Replies.Plain("没有等着归到记录的照片或文件。");
        }

        var fitting = await FittingAsync(turn, who, loose, FileNote.Read("", turn.Now, who.Station.Years), cancellation);
        return cards.Offer(turn, $"有 {FileTexts.Count(loose)}还没归到记录：{string.Join("、", loose.Select(file => file.Name).Take(MostNames))}", null, fitting.Take(MostChoices));
    }

    /// <summary>Words about files that came before (补一下8月15号张三那条的照片): they go where the words point, else it asks.</summary>
    public async Task<Reply> AttachAsync(Turn turn, Membership who, LogDraft told, CancellationToken cancellation)
    {
        var loose = await attachments.LooseAsync(who, cancellation);
        if (loose.Count == 0)
        {
            return Replies.Plain("没有等着归到记录的照片或文件。把照片发过来，我来归。");
        }

        var read = FileNote.Read(told.Content, turn.Now, who.Station.Years);
        var note = read with { Kind = told.Evidence.Count > 0 ? told.Evidence[0] : read.Kind, Day = told.Days is [var day, ..] && !told.IsDayAssumed ? day : read.Day };
        var wish = new Wanted(null, note.Kind == EvidenceKind.WatermarkPhoto ? null : note.Kind, "");
        if (note.Number is { } number)
        {
            return await BindAsync(turn, who, number, wish, cancellation);
        }

        var fitting = await FittingAsync(turn, who, loose, note, cancellation);
        return fitting is [var only]
            ? await BindAsync(turn, who, only.Number, wish, cancellation)
            : cards.Offer(turn, $"有 {FileTexts.Count(loose)}还没归到记录，归到哪一条？", null, fitting.Take(MostChoices));
    }

    private async Task<IReadOnlyList<Attachment>> KeepAsync(Turn turn, Membership who, bool joins, CancellationToken cancellation)
    {
        var files = new List<NewAttachment>();
        foreach (var file in turn.Message.Files)
        {
            if (file is { Hash: { } hash, Type: { } id } && FileType.Find(id) is { } type)
            {
                files.Add(new NewAttachment(new StoredContent(hash, type, file.Size), FileNames.Display(file.Name, type), Taken(hash, type)));
            }
        }

        return files.Count == 0 ? [] : await attachments.AddAsync(who, turn.Cause, files, joins, cancellation);
    }

    private DateTime? Taken(string hash, FileType type)
    {
        if (!type.IsPicture || content.Open(hash) is not { } stream)
        {
            return null;
        }

        using (stream)
        {
            return CameraTime.Read(stream);
        }
    }

    private async Task<Reply> FindAsync(Turn turn, Membership who, IReadOnlyList<Attachment> files, FileNote note, Wanted wish, CancellationToken cancellation)
    {
        var fitting = await FittingAsync(turn, who, files, note, cancellation);
        var others = fitting.Count != 1 && (await attachments.LooseAsync(who, cancellation)).Any(file => file.Batch != wish.Batch);
        return fitting switch
        {
            [] => cards.Offer(turn, FileTexts.Join(FileTexts.NoRecord(files, note), wish.Problems), wish.Batch, [], others),
            [var only] => await BindAsync(turn, who, only.Number, wish, cancellation),
            // product.md §4: 签到表拍好了 binds to the last event.
            [var last, ..] when note is { Kind: not null, Day: null } => await BindAsync(turn, who, last.Number, wish, cancellation),
            _ => cards.Offer(turn, FileTexts.Join($"收到 {FileTexts.Count(files)}，归到哪一条？", wish.Problems), wish.Batch, fitting.Take(MostChoices), others),
        };
    }

    /// <summary>The records that lack what the files can be; where a day or a name is said, only those it fits.</summary>
    private async Task<IReadOnlyList<Candidate>> FittingAsync(Turn turn, Membership who, IReadOnlyList<Attachment> files, FileNote note, CancellationToken cancellation)
    {
        var back = note.Day is not null ? Ever : note.Kind is null ? Lately : Named;
        var candidates = await attachments.CandidatesAsync(who, clock.MomentOf(turn.Now) - back, note.Day, cancellation);
        var named = candidates.Where(candidate => candidate.About.Split('、').Any(note.Mentions)).ToList();
        return
        [
            .. (named.Count > 0 ? named : candidates)
                .Where(candidate => turn.Catalog.Find(candidate.Indicator) is { } row && Lacks(row, candidate, files, note.Kind))
                .DistinctBy(candidate => candidate.Number),
        ];
    }

    private static bool Lacks(Indicator row, Candidate candidate, IReadOnlyList<Attachment> files, EvidenceKind? said)
    {
        var lacking = files.SelectMany(file => EvidenceChoice.Lacking(row, candidate.Has, file.Type));
        return said is { } kind
            ? row.Evidence.Any(requirement => requirement.AnyOf.Contains(kind)) && !candidate.Has.Contains(kind)
            : lacking.Any();
    }

    private async Task<Reply> BindAsync(Turn turn, Membership who, long number, Wanted wish, CancellationToken cancellation)
    {
        var bound = await attachments.BindAsync(who, turn.Cause, wish.Batch, number, KindOf, again: wish.Kind is not null, wish.Deed, cancellation);
        switch (bound)
        {
            case Bound.Refused { Why: Change.NotFound } when turn.Message.Action is null:
                return Beside(Replies.Refused(new Change.NotFound(), number), FileTexts.Join("照片或文件先放着，没有归到记录。", wish.Problems));
            case Bound.Refused refused:
                return Replies.Refused(refused.Why, number);
            case Bound.Gone gone:
                return gone.Elsewhere is { } other ? Replies.Plain($"这些文件已经归到 #{other}，要换一条请先在它的回执上点“解除”。") : Replies.NoSuchFiles;
            default:
                var done = (Bound.Done)bound;
                var record = (await records.FindAsync(who.Station.Id, number, cancellation))!;
                return await receipts.ShowBoundAsync(turn, who, record, done, [.. FileTexts.Warnings(done, record), .. wish.Problems.Split('\n', StringSplitOptions.RemoveEmptyEntries)], cancellation);
        }

        EvidenceKind KindOf(Attachment file, StationRecord record, IReadOnlySet<EvidenceKind> has) =>
            turn.Catalog.Find(record.What.Indicator) is { } row
                ? EvidenceChoice.KindOf(row, has, file.Type, wish.Kind ?? FileNote.KindIn(file.Name))
                : EvidenceKind.SupportingDocument;
    }

    /// <param name="Batch">Null: all of the member's that belong to no record.</param>
    /// <param name="Kind">As which evidence, where the sender says it.</param>
    /// <param name="Problems">What is said of other files of the same message; may be empty.</param>
    private sealed record Wanted(string? Batch, EvidenceKind? Kind, string Problems)
    {
        /// <summary>What 恢复 does again.</summary>
        public string? Deed { get; init; }
    }

    /// <summary>A second thing to say: where a card would stand alone, it would not be seen.</summary>
    private static Reply Beside(Reply reply, string text) => reply with { Text = $"{reply.Text}\n{text}", CardStandsAlone = false };
}
