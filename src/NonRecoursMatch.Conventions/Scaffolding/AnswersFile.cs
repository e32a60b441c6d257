using System.Text;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Conventions.Territories;

namespace NonRecoursMatch.Conventions.Scaffolding;

/// <summary>
/// Answers written beforehand, where there is nobody at a terminal: YAML, one line per question, <c>sources.caf-35.nom: "CAF 35"</c>; several values as a YAML
/// list or with <c>;</c> between them.
/// </summary>
public sealed class AnswersFile : IAnswers
{
    readonly Dictionary<string, YamlValue> _answers;
    readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    readonly List<Fault> _faults = [];

    AnswersFile(string path, Dictionary<string, YamlValue> answers) => (Path, _answers) = (path, answers);

    /// <summary>Absolute path of the file.</summary>
    public string Path { get; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="AgreementException">It is no plain YAML mapping.</exception>
    public static AnswersFile Read(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        var (document, fault) = YamlComposer.Compose(File.ReadAllText(full, Encoding.UTF8));
        return document is null
            ? throw new AgreementException(full, [fault!])
            : new AnswersFile(full, document.Entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public string? To(Question question)
    {
        _asked.Add(question.Id);
        if (!_answers.TryGetValue(question.Id, out var value))
            return null;
        var answer = value switch { YamlScalar scalar => scalar.Text.Trim(), YamlList list => string.Join(" ; ", list.Items.OfType<YamlScalar>().Select(item => item.Text.Trim())), _ => "" };
        if (answer.Length == 0 || Gap.Is(answer))
            return null;
        if (question.Form.Accepts(answer))
            return answer;
        _faults.Add(new Fault(FaultCodes.AnswerForm, question.Id, value.Line, value.Column, question.Id, question.Form.Example));
        return null;
    }

    /// <summary>Refuses answers of another form, and answers that no question of this agreement asks for.</summary>
    /// <exception cref="AgreementException">There is one.</exception>
    public void RequireAllUsed()
    {
        var unasked = _answers.Where(answer => !_asked.Contains(answer.Key))
            .Select(answer => new Fault(FaultCodes.AnswerToNothing, answer.Key, answer.Value.Line, answer.Value.Column, answer.Key, Resemblance.Nearest(answer.Key, _asked) ?? string.Join(", ", _asked)));
        AgreementException.ThrowIfAny(Path, [.. _faults.Concat(unasked).OrderBy(fault => fault.Line)]);
    }
}
