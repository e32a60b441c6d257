using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Holder;
using NonRecoursMatch.Holder.Pseudonymisation;
using NonRecoursMatch.Holder.Validation;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Tests.Conventions;

namespace NonRecoursMatch.Tests.Holder.Examples;

/// <summary>
/// One folder of <c>conventions/extracts/FORMAT/VERSION/exemples</c>: a valid extract, or one with a single anomaly whose code is its name. What
/// git would carry badly is made by its <c>recette.json</c>: <c>@</c> becomes <c>caracteres</c> letters, or its line <c>lignes</c> numbered
/// ones, each followed by <c>espaces</c> spaces; <c>comprimer</c> makes a .gz of it, beside it with <c>garder</c>; <c>couper</c> takes bytes off its
/// end; <c>toucher</c> changes the file while it is read; <c>commande</c> is that which finds the anomaly.
/// </summary>
sealed record AnomalyExample(string Format, string Name, string Folder)
{
    public const string Valid = "valide";

    const string Recipe = "recette.json";
    const string Oppositions = "oppositions@1";
    const int NameWidth = 16;

    static readonly (string Before, string After)[] s_planted =
    [
        ("D'ESSAI", "JYXOBWHISK"), ("EXEMPLE", "FJORDQUARTZ"), ("CAMILLE", "ZEPHYRKUM"), ("MODELE", "VEXOLKYM"), ("PETIT", "BUXQALUM"), ("DOMINIQUE", "KWYZORIQ"),
    ];

    /// <summary>Every example of every format, by format and name.</summary>
    public static IReadOnlyList<AnomalyExample> All { get; } =
    [
        .. ConventionFixture.Library.Formats.Keys.Order(StringComparer.Ordinal).SelectMany(format => Directory.GetDirectories(FolderOf(format)).Order(StringComparer.Ordinal)
            .Select(folder => new AnomalyExample(format, Path.GetFileName(folder), folder))),
    ];

    /// <summary>Identities of the prepared copies that no description of a format gives as its example.</summary>
    public static IReadOnlyList<string> Secrets { get; } =
        [.. s_planted.Select(pair => pair.After), "287023523604218", "2870235236042", "112093523610707", "1120935236107", "149063523601185", "02/02/1987", "30/09/2012", "19870202", "20120930"];

    /// <summary>Path from the root of the repository, with slashes.</summary>
    public string Place => Path.GetRelativePath(Repository.Root, Folder).Replace('\\', '/');

    /// <summary>Copies the example with other names in it, follows its recipe, and checks it.</summary>
    public ValidationReport Check(TemporaryFolder folder)
    {
        var copy = folder["extrait"];

        // Oppositions accompany an extract: they are read with a valid one.
        if (Format == Oppositions)
            TemporaryFolder.Copy(Path.Combine(FolderOf("caf/allocataires@1"), Valid), copy);
        TemporaryFolder.Copy(Folder, copy);
        var recipe = File.Exists(Path.Combine(copy, Recipe)) ? JsonNode.Parse(File.ReadAllText(Path.Combine(copy, Recipe))) : null;
        foreach (var file in Directory.GetFiles(copy).Where(path => path.EndsWith(".csv", StringComparison.Ordinal) || path.EndsWith(".txt", StringComparison.Ordinal)))
            File.WriteAllText(file, Prepare(File.ReadAllText(file, Encoding.Latin1), recipe, file.EndsWith(".txt", StringComparison.Ordinal) ? NameWidth : 0), Encoding.Latin1);
        if (recipe?["fichier"]?.GetValue<string>() is { } name)
            Transform(Path.Combine(copy, name), recipe);
        var agreement = AgreementLoader.Load(ConventionFixture.ExamplePath, ConventionFixture.Library);
        var source = agreement.Sources.First(candidate => candidate.Format.Id == (Format == Oppositions ? "caf/allocataires@1" : Format)) with { Folder = copy, Encoding = "utf-8" };
        return recipe?["commande"] is null ? Validate(agreement, source, recipe) : Pseudonymise(agreement, source, folder);
    }

    static string FolderOf(string format) => Repository.Path(["conventions", "extracts", .. format.Replace('@', '/').Split('/'), "exemples"]);

    /// <param name="text">Text of a file.</param>
    /// <param name="recipe">Recipe, or null.</param>
    /// <param name="width">Characters that a name takes with the spaces after it: in a fixed-width file the fields behind it stay where they are.</param>
    static string Prepare(string text, JsonNode? recipe, int width)
    {
        foreach (var (before, after) in s_planted)
            text = text.Replace(before.PadRight(width), after.PadRight(width), StringComparison.Ordinal);
        if (recipe?["caracteres"]?.GetValue<int>() is { } letters)
            return text.Replace("@", new string('A', letters), StringComparison.Ordinal);
        if (recipe?["lignes"]?.GetValue<int>() is not { } lines)
            return text;
        var pattern = text.Split('\n').Single(line => line.Contains('@', StringComparison.Ordinal)) + "\n";
        var padded = new string(' ', recipe["espaces"]?.GetValue<int>() ?? 0) + "\n";
        return text.Replace(pattern, string.Concat(Enumerable.Range(1, lines).Select(number => pattern.Replace("@", $"{number:0000000}", StringComparison.Ordinal).Replace("\n", padded, StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    static void Transform(string path, JsonNode recipe)
    {
        if (recipe["comprimer"] is not null)
        {
            var compressed = path + ".gz";
            using (var gzip = new GZipStream(File.Create(compressed), CompressionLevel.Fastest))
            using (var file = File.OpenRead(path))
                file.CopyTo(gzip);
            if (recipe["garder"] is null)
                File.Delete(path);
            path = compressed;
        }

        if (recipe["couper"]?.GetValue<int>() is { } bytes)
            File.WriteAllBytes(path, File.ReadAllBytes(path)[..^bytes]);
    }

    static ValidationReport Validate(Agreement agreement, Source source, JsonNode? recipe)
    {
        var files = TableFiles.In(source.Folder, source.Format);
        var touched = recipe?["toucher"] is null ? null : new Touch(Path.Combine(source.Folder, recipe["fichier"]!.GetValue<string>()));
        return new ExtractValidator(agreement, ConventionFixture.Library).Validate(source, files, HolderFixture.Month, touched, CancellationToken.None);
    }

    static ValidationReport Pseudonymise(Agreement agreement, Source source, TemporaryFolder folder)
    {
        using var root = KeyFile.CreateTest(KeyKind.Root, new DateOnly(2026, 1, 1), "racine").OpenRoot();
        using var campaign = CampaignKey.Derive(root, Pseudonymizer.DomainOf(agreement, HolderFixture.Month));
        using var file = KeyFile.CreateTest(KeyKind.Secret, new DateOnly(2026, 1, 1), source.Body);
        using var secret = file.OpenSecret();
        return Should.Throw<ExtractRefusedException>(() => new Pseudonymizer(ConventionFixture.Library).Run(
            agreement, source, HolderFixture.Month, campaign, secret, folder["paquet"], folder["detenteur"], null, CancellationToken.None)).Report;
    }

    /// <summary>Whoever writes to the file while it is read.</summary>
    sealed class Touch(string path) : IProgress<HolderProgress>
    {
        public void Report(HolderProgress value) => File.SetLastWriteTimeUtc(path, new DateTime(2026, 11, 2, 0, 0, 0, DateTimeKind.Utc));
    }
}
