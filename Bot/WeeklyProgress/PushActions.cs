using StationBot.Answers;
using StationBot.Indicators;
using StationBot.Records;
using StationBot.Records.Files;
using StationBot.Records.Forms;

namespace StationBot.WeeklyProgress;

/// <summary>Buttons that begin what is missing. In groups nothing is recorded, so there only questions can be pressed.</summary>
internal static class PushActions
{
    /// <summary>[记养老服务·关爱帮扶]: the form of the row, as far as it is known.</summary>
    public static IEnumerable<ActionModel> Record(Catalog catalog, Indicator row)
    {
        var form = RecordKinds.FormOf(row);
        if (form != RecordKinds.Platform && RecordForms.Of(catalog).Find(form) is null)
            yield break;
        yield return ActionModel.OpenForm(
            $"记{RowName.Of(row)}",
            form,
            (RecordForms.DomainField, row.Area.IsDomain ? row.Area.Id : ""),
            (RecordForms.CategoryField, row.Counting == CountingRule.Services ? row.Topic : ""));
    }

    /// <summary>[记李桂兰的个案].</summary>
    public static ActionModel Session(Dossier file) => ActionModel.OpenForm(
        $"记{file.Name}{(file.IsGroup ? "" : "的个案")}",
        file.IsGroup ? RecordForms.GroupSessionId : RecordForms.CaseSessionId,
        (RecordForms.FileField, file.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
