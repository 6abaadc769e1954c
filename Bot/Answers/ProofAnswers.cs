namespace StationBot.Answers;

/// <summary>All that is answered about evidence: the platform's checklist, marks, what is lacking, ledgers, files.</summary>
internal sealed record ProofAnswers(ChecklistAnswer Checklist, MarkAnswer Mark, EvidenceAnswer Evidence, LedgerAnswer Ledger, AttachmentAnswer Attachment);
