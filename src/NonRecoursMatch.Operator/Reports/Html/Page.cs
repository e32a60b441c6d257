using HandlebarsDotNet;
using NonRecoursMatch.Formats.Files;

namespace NonRecoursMatch.Operator.Reports.Html;

/// <summary>Writes a page from its template; every value is escaped by the template engine.</summary>
static class Page
{
    public static void Write(string template, Dictionary<string, object?> model, string path)
    {
        var engine = Handlebars.Create();
        engine.RegisterTemplate("style", Text("style"));
        AtomicFile.WriteText(path, engine.Compile(Text(template))(model).ReplaceLineEndings("\n"));
    }

    static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Page).Assembly.GetManifestResourceStream($"NonRecoursMatch.Operator.Reports.Html.{name}.hbs")!);
        return reader.ReadToEnd();
    }
}
