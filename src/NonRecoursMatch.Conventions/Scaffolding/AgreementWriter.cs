using System.Text;

namespace NonRecoursMatch.Conventions.Scaffolding;

/// <summary>Writes an agreement line by line while its questions are asked, so that questions come in the order in which the file reads.</summary>
sealed class AgreementWriter(IAnswers answers)
{
    readonly StringBuilder _text = new();

    /// <summary>What was written.</summary>
    public string Text => _text.ToString();

    /// <summary>The answer to a question, its default, or null.</summary>
    public string? Ask(string id, AnswerForm form, string? byDefault = null) => answers.To(new Question(id, form, byDefault)) ?? byDefault;

    /// <summary>A line as it stands.</summary>
    public void Line(string line) => _text.Append(line).Append('\n');

    /// <summary>A key whose value is a text, between quotes; a gap when there is none.</summary>
    public void Quoted(string key, string id, string? value) => Line($"{key}: {Quote(value ?? GapOf(id))}");

    /// <summary>A key whose value is a word, a number, a date or a list; a gap when there is none.</summary>
    public void Plain(string key, string id, string? value) => Line($"{key}: {value ?? Quote(GapOf(id))}");

    /// <summary>Asks for a text and writes it under the last part of the question's name.</summary>
    public string? Quoted(string indent, string id, AnswerForm form, string? byDefault = null)
    {
        var answer = Ask(id, form, byDefault);
        Quoted(indent + Last(id), id, answer);
        return answer;
    }

    /// <summary>Asks for a word, a number or a date and writes it under the last part of the question's name.</summary>
    public string? Plain(string indent, string id, AnswerForm form, string? byDefault = null)
    {
        var answer = Ask(id, form, byDefault);
        Plain(indent + Last(id), id, answer);
        return answer;
    }

    /// <summary>A list on one line.</summary>
    public static string Flow(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    /// <summary>A text between double quotes.</summary>
    public static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    static string GapOf(string id) => Gap.Of(new Question(id, AnswerForm.Text));

    static string Last(string id) => id[(id.LastIndexOf('.') + 1)..];
}
