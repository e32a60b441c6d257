namespace NonRecoursMatch.Tests.Support;

/// <summary>The checkout that the tests were built from, found from the test assembly.</summary>
static class Repository
{
    public static string Root { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "NonRecoursMatch.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("the tests run from a build inside the repository");
    }
}
