namespace StationBot.Pictures;

public static class PictureServices
{
    public static IServiceCollection AddPictures(this IServiceCollection services) => services.AddSingleton<YearPainter>();
}
