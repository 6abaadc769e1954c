using StationBot.Answers.Rules;
using StationBot.Answers.Settings;

namespace StationBot.Answers.Office;

/// <summary>What a station's office asks for beside its numbers: rules, where a number comes from, checks, attendance, texts.</summary>
internal sealed record OfficeAnswers(
    RuleAnswer Rule, ExplainAnswer Explain, QualityAnswer Quality, AttendanceAnswer Attendance, ShowcaseAnswer Showcase, ReportAnswer Report, PictureAnswer Picture, DraftFactsAnswer Draft, LaterAnswer Later, SettingsAnswer Settings);
