using MetadataExtractor;
using MetadataExtractor.Formats.Exif;

namespace StationBot.Records.Evidence;

/// <summary>When a picture was taken, as the camera wrote it into the file: its own local time.</summary>
public static class CameraTime
{
    /// <returns>Null where the file doesn't tell, or can't be read: then the picture is evidence all the same.</returns>
    public static DateTime? Read(Stream content)
    {
        try
        {
            return ImageMetadataReader.ReadMetadata(content).OfType<ExifSubIfdDirectory>()
                .Select(exif => exif.TryGetDateTime(ExifDirectoryBase.TagDateTimeOriginal, out var taken) ? taken : (DateTime?)null)
                .FirstOrDefault(taken => taken is { Year: > 1990 });
        }
        catch (Exception e) when (e is ImageProcessingException or IOException or MetadataException or ArgumentException or OverflowException)
        {
            return null;
        }
    }
}
