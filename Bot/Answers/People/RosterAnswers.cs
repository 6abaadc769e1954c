using StationBot.Records;

namespace StationBot.Answers.People;

/// <summary>All that is answered about persons.</summary>
internal sealed record RosterAnswers(PersonAnswer Person, LeaveAnswer Leave, RosterFormAnswer Form, PeopleListAnswer List);
