using System.Globalization;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Conventions.Territories;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Synthetic.Agreements;
using NonRecoursMatch.Synthetic.Extracts;
using NonRecoursMatch.Synthetic.Facts;
using NonRecoursMatch.Synthetic.Names;
using NonRecoursMatch.Synthetic.Noise;
using NonRecoursMatch.Synthetic.Places;
using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;
using NonRecoursMatch.Synthetic.Sources;
using NonRecoursMatch.Synthetic.Truth;

namespace NonRecoursMatch.Synthetic;

/// <summary>
/// Generates a territory of invented people that <c>run</c> accepts as it is: agreement, extracts of the six kinds of body, oppositions, and
/// the truth. Household by household: memory does not grow with the population, but for 32 bits per person that keep identities apart.
/// </summary>
public static class SyntheticTerritory
{
    const ulong PeoplePurpose = 1;
    const ulong FactsPurpose = 2;
    const int HouseholdsPerReport = 1000;

    /// <summary>Generates the folder; it appears under its name only when complete.</summary>
    /// <param name="library">Reference data.</param>
    /// <param name="keys">Writes test keys and gives the handles that the truth needs.</param>
    /// <exception cref="RightsDataException">Rights cannot be computed for that month.</exception>
    /// <exception cref="GenerationException">The territory is unknown or not established, the output folder is not empty, or the numbers make no sense.</exception>
    public static GenerationResult Generate(
        GenerationOptions options, ConventionLibrary library, KeyMaker keys, IProgress<GenerationProgress>? progress = null, CancellationToken stop = default)
    {
        var territory = Check(options, library);
        var output = Path.GetFullPath(options.Output);
        var temporary = output.TrimEnd(Path.DirectorySeparatorChar) + ".partial";
        if (Directory.Exists(temporary))
            Directory.Delete(temporary, recursive: true);
        try
        {
            Directory.CreateDirectory(temporary);
            var result = GenerateInto(temporary, options, territory, library, keys, progress, stop);
            if (Directory.Exists(output))
                Directory.Delete(output);
            Directory.Move(temporary, output);
            return result;
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }
    }

    static Territory Check(GenerationOptions options, ConventionLibrary library)
    {
        var territory = library.Territories.Find(options.Territory)
            ?? throw new GenerationException($"unknown territory \"{options.Territory}\": give a code or name of conventions/territories/territories.csv");
        if (!territory.IsEstablished)
            throw new GenerationException($"the perimeter of {territory.Name} is not established: choose another territory");
        if (options.Persons < 1)
            throw new GenerationException("the number of persons must be at least 1");
        if (!(options.Noise is >= 0 and <= 10))
            throw new GenerationException("the noise must be between 0 and 10");
        if (options.Base.CompareTo(options.Month) > 0)
            throw new GenerationException("the month in which the people are drawn must not come after the reference month");
        if (Directory.Exists(options.Output) && Directory.EnumerateFileSystemEntries(options.Output).Any())
            throw new GenerationException("the output folder exists and is not empty: choose another one");
        return territory;
    }

    static GenerationResult GenerateInto(
        string folder, GenerationOptions options, Territory territory, ConventionLibrary library, KeyMaker keys, IProgress<GenerationProgress>? progress, CancellationToken stop)
    {
        var month = options.Month;
        var parameters = RightsParameters.Load(Path.Combine(library.Root, "rights"));
        parameters.RequireSupported(month);
        var map = new TerritoryMap(library.Communes.Of(territory), library.Communes.Current);
        var plan = new SourcePlan(map);
        var convention = string.Create(CultureInfo.InvariantCulture, $"synthetique-{territory.Code!.ToLowerInvariant()}-{options.Seed}-{options.Base}");
        Directory.CreateDirectory(Path.Combine(folder, "cles"));
        var handles = keys(Path.Combine(folder, "cles"), convention, month, [.. plan.All.Select(source => source.Id)]);
        File.WriteAllText(Path.Combine(folder, AgreementLoader.FileName), AgreementText.Of(convention, territory, plan, month, library.KeyDomain, CommandOf(options, territory)));

        var people = new HouseholdMaker(map, new IdentityMaker(map, NameTables.Shared, new BloomFilter(options.Persons), options.Base), NameTables.Shared);
        var perimeter = map.Homes.Select(home => home.Code).ToHashSet(StringComparer.Ordinal);
        using var extracts = new ExtractSet(folder, plan, library, new NoiseModel(options.Noise, options.Seed, options.Base));
        using var truth = new TruthWriter(folder, plan, handles, perimeter, month, parameters);
        var households = 0L;
        foreach (var (made, lends) in Cases(options, people, new CaseMaker(plan, map, options.Base), new Evolution(plan, map, options.Seed, options.Base)))
        {
            extracts.Write(made);
            truth.Add(made, lends);
            if (++households % HouseholdsPerReport == 0)
            {
                stop.ThrowIfCancellationRequested();
                progress?.Report(new GenerationProgress(people.Persons, options.Persons));
            }
        }

        truth.Complete();
        foreach (var source in plan.All)
            Sidecar.Write(folder, source, convention, month, extracts.TablesOf(source));
        stop.ThrowIfCancellationRequested();
        progress?.Report(new GenerationProgress(people.Persons, options.Persons));
        return new GenerationResult(convention, territory.Name, people.Persons, households, extracts.Rows, truth.Expected);
    }

    static IEnumerable<(HouseholdCase Made, bool Lends)> Cases(GenerationOptions options, HouseholdMaker people, CaseMaker cases, Evolution evolution)
    {
        var random = new Xoshiro(options.Seed, PeoplePurpose, 0);
        for (var number = 1L; people.Persons < options.Persons; number++)
        {
            random.Reseed(options.Seed, PeoplePurpose, (ulong)number);
            var household = people.Make(random, number, alone: options.Persons - people.Persons < HouseholdMaker.MostMembers);
            var lends = people.IsLender(household);
            random.Reseed(options.Seed, FactsPurpose, (ulong)number);
            var keepWhole = lends || household.Head.HomonymOf != 0;
            var made = cases.Make(random, household, keepWhole);
            evolution.Apply(random, made, options.Month, keepWhole);
            yield return (made, lends);
        }
    }

    // Of the month of the people: all the months of a cycle run under one agreement.
    static string CommandOf(GenerationOptions options, Territory territory)
        => string.Create(CultureInfo.InvariantCulture, $"nonrecours generate {territory.Code} --persons {options.Persons} --seed {options.Seed} --noise {options.Noise} --month {options.Base}");
}
