namespace StationBot.Indicators;

/// <summary>材料 as people write and see it; the same words stand in the column 材料 of an import (product.md §8).</summary>
public static class EvidenceName
{
    private static readonly Dictionary<EvidenceKind, string> Names = new()
    {
        [EvidenceKind.WatermarkPhoto] = "水印照片",
        [EvidenceKind.Uploaded] = "网站上传",
        [EvidenceKind.Ledger] = "台账",
        [EvidenceKind.SurveyForm] = "调查表",
        [EvidenceKind.Plan] = "计划",
        [EvidenceKind.ActivityRecord] = "活动记录",
        [EvidenceKind.SignInSheet] = "签到表",
        [EvidenceKind.ReceiptForm] = "领取单",
        [EvidenceKind.News] = "新闻",
        [EvidenceKind.NameList] = "名册",
        [EvidenceKind.SupportingDocument] = "佐证材料",
        [EvidenceKind.WallPhoto] = "上墙照片",
        [EvidenceKind.ElectronicRules] = "电子版制度",
        [EvidenceKind.Certificate] = "社工证",
    };

    private static readonly Dictionary<string, EvidenceKind> Kinds = Names.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static string Of(EvidenceKind kind) => Names[kind];

    public static EvidenceKind? Find(string name) => Kinds.TryGetValue(name, out var kind) ? kind : null;
}
