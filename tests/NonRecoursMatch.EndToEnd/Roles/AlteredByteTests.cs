using NonRecoursMatch.Trust.Audits;

namespace NonRecoursMatch.EndToEnd.Roles;

/// <summary>Real packages and a real result, as their receivers had them: a change of one byte of any file shows under its name. Sealed ones: <c>SealedPackageTests</c>.</summary>
[Collection(SharedRoles.Name)]
public class AlteredByteTests(SeparateRoles roles)
{
    // Every place of a small file; of a large one, its beginning, its end and as many places in between.
    const int Places = 4_000;

    [Fact]
    public void Every_byte_of_the_signed_package_of_a_body_counts() => Each(Path.Combine(roles.Received, "recus", "ccas-rennes"), Places, "manifest.json", "attestation.intoto.json", "personnes.col", "jetons.col", "ancres.col", "oppositions.col");

    [Fact]
    public void Every_byte_of_the_result_of_the_operator_counts()
        => Each(Path.Combine(roles.Received, "resultat"), Places / 10, "journal.jsonl", "attestation.intoto.json", "rapport.json", "convention.yaml", Path.Combine("lists", "ccas-rennes", "liste.csv"), Path.Combine("lists", "caf-35", "liste.xlsx"), Path.Combine("lists", "caf-35", "manifest.json"));

    static void Each(string folder, int places, params string[] names)
    {
        using var copy = new TemporaryFolder(inMemory: true);
        TemporaryFolder.Copy(folder, copy["copie"]);
        Faults(copy).ShouldBeEmpty();
        foreach (var name in names)
        {
            var path = Path.Combine(copy["copie"], name);
            var bytes = File.ReadAllBytes(path);
            for (var i = 0; i < Math.Min(places, bytes.Length); i++)
            {
                var at = bytes.Length <= places ? i : (int)((long)i * (bytes.Length - 1) / (places - 1));
                bytes[at] ^= (byte)(1 << (i % 8));
                File.WriteAllBytes(path, bytes);
                Faults(copy).ShouldContain(name.Replace(Path.DirectorySeparatorChar, '/'), $"{name}: byte {at}");
                bytes[at] ^= (byte)(1 << (i % 8));
            }

            File.WriteAllBytes(path, bytes);
        }

        Faults(copy).ShouldBeEmpty();
    }

    static List<string> Faults(TemporaryFolder copy) => [.. new FolderAudit(copy["copie"], anchor: null).Run().Differences.Select(difference => difference.File)];
}
