using StationBot.Answers.Drafts;

namespace StationBot.Answers;

/// <summary>All that goes on over several messages: what was told, changes of what was saved, several records at once, forms left half filled.</summary>
internal sealed record FlowAnswers(EditAnswer Edit, BatchAnswer Batch, DraftAnswer Draft, TellAnswer Tell, TurnBackAnswer Back);
