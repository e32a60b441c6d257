using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Reading;

namespace NonRecoursMatch.Conventions.Scaffolding;

/// <summary>A source as far as the rest of a new agreement needs it.</summary>
/// <param name="Kind">Kind of body.</param>
/// <param name="Body">Short name of the body.</param>
/// <param name="Format">Id of its format.</param>
sealed record ScaffoldSource(SourceKind Kind, string Body, string Format);

/// <summary>The sources of a new agreement: the kind of a body is the beginning of its short name, as in <c>caf-35</c>.</summary>
static class ScaffoldSources
{
    /// <summary>Asks which sources there are, then each about itself.</summary>
    public static IReadOnlyList<ScaffoldSource> Write(AgreementWriter writer, ConventionLibrary library, string? roles)
    {
        var named = writer.Ask("sources", AnswerForm.Free("caf-35 ; cpam-35 ; ccas-redon", text => AnswerForm.List(text) is var ids && ids.All(id => AnswerForm.Identifier.Accepts(id) && KindOf(id) is not null)
            && ids.Distinct(StringComparer.Ordinal).Count() == ids.Count));
        if (named is null)
        {
            writer.Quoted("sources", "sources", null);
            return [];
        }

        writer.Line("sources:");
        var sources = new List<ScaffoldSource>();
        var levels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in AnswerForm.List(named))
            sources.Add(Source(writer, library, roles, id, levels));
        return sources;
    }

    static ScaffoldSource Source(AgreementWriter writer, ConventionLibrary library, string? roles, string id, Dictionary<string, string> levels)
    {
        var kind = KindOf(id)!.Value;
        var formats = library.Formats.Values.Where(format => format.Id != ConventionLibrary.OppositionsFormat && format.Kinds.Contains(kind)).ToList();
        writer.Line($"  - id: {id}");
        writer.Line($"    type: {AgreementWords.Of(kind)}");
        // One body may send two extracts; it keeps one name, one list and one level.
        var suffix = formats.Find(format => formats.Count > 1 && id.EndsWith("-" + NameOf(format), StringComparison.Ordinal));
        var body = writer.Ask($"sources.{id}.organisme", AnswerForm.Identifier, suffix is null ? id : id[..^(NameOf(suffix).Length + 1)])!;
        writer.Line($"    organisme: {body}");
        writer.Quoted("    ", $"sources.{id}.nom", AnswerForm.Text);
        var format = formats.Count == 1 ? formats[0].Id : writer.Ask($"sources.{id}.format", AnswerForm.OneOf([.. formats.Select(format => format.Id)]), (suffix ?? formats[0]).Id)!;
        writer.Line($"    format: {format}");
        writer.Line($"    dossier: extraits/{id}");
        writer.Plain("    ", $"sources.{id}.encodage", AnswerForm.OneOf("utf-8", "windows-1252", "iso-8859-15"), "utf-8");
        writer.Quoted("    ", $"sources.{id}.base_legale", AnswerForm.Text);
        if (library.Formats[format].HoldsNir)
            writer.Quoted("    ", $"sources.{id}.base_nir", AnswerForm.Text);
        if (!levels.TryGetValue(body, out var level))
        {
            var highest = SourceRules.Highest(kind);
            level = writer.Ask(
                $"sources.{id}.divulgation", AnswerForm.OneOf([.. Enum.GetValues<DisclosureLevel>().Where(one => one <= highest).Select(AgreementWords.Of)]), AgreementWords.Of(SourceRules.Default(kind)))!;
            levels[body] = level;
        }

        writer.Line($"    divulgation: {level}");
        if (roles == "unique")
            writer.Quoted("    ", $"sources.{id}.secret_reference", AnswerForm.Reference, $"file:cles/secret-{id}.json");
        return new ScaffoldSource(kind, body, format);
    }

    static string NameOf(ExtractFormat format) => format.Id[(format.Id.IndexOf('/', StringComparison.Ordinal) + 1)..format.Id.IndexOf('@', StringComparison.Ordinal)];

    static SourceKind? KindOf(string id)
        => Enum.GetValues<SourceKind>().Select(kind => (SourceKind?)kind).FirstOrDefault(kind => AgreementWords.Of(kind!.Value) is var word && (id == word || id.StartsWith(word + "-", StringComparison.Ordinal)));
}
